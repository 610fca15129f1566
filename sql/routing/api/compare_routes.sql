create function api.compare_routes(
  policy_v1 bigint, policy_v2 bigint, since timestamptz default null, before uuid default null, max_count integer default 500
)
returns setof jsonb
language plpgsql
volatile
set search_path = ''
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
set jit = off
as $$
begin
  return query select * from cogo.compare_routes(
    compare_routes.policy_v1, compare_routes.policy_v2, compare_routes.since, compare_routes.before, compare_routes.max_count
  );
end;
$$;

comment on function api.compare_routes(bigint, bigint, timestamptz, uuid, integer) is
  'What router:compare:v1v2 reads: logged decisions of two policies (since: 7 days ago), each made again and ranked by both as they are published now. Errors: bad_argument (400), policy_not_found (404), policy_state (409).';

revoke execute on function api.compare_routes(bigint, bigint, timestamptz, uuid, integer) from public;
grant execute on function api.compare_routes(bigint, bigint, timestamptz, uuid, integer) to service_role;
