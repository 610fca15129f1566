create function cogo.settle_routes(routes jsonb)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  at timestamptz := cogo.now_();
  tenant uuid := cogo.caller_tenant();
  answer jsonb := '[]'::jsonb;
  accounts bigint[];
begin
  perform set_config('synchronous_commit', 'off', true);
  perform cogo.check_settlements(routes);
  if jsonb_array_length(routes) > 1 then
    with mine as (
      select known.window_ids from cogo.reservations as known
      where (known.decision_id, known.attempt) in (
          select (item ->> 'decision_id')::uuid, coalesce((item ->> 'attempt')::smallint, 1::smallint)
          from jsonb_array_elements(routes) as item
        )
        and (tenant is null or known.tenant_id = tenant)
      order by known.decision_id, known.attempt
      for update
    )
    select array_agg(distinct window_id) into accounts from mine cross join lateral unnest(mine.window_ids) as window_id;
    perform cogo.lock_windows(accounts);
  end if;
  for nth in 0 .. jsonb_array_length(routes) - 1 loop
    answer := answer || jsonb_build_array(cogo.settle_item(routes -> nth, tenant, at));
  end loop;
  return answer;
end;
$$;

comment on function cogo.settle_routes(jsonb) is
  'Settles attempts one by one in the order given, each for itself: one that is refused stops no other. Errors: bad_argument (400), not_an_agent (401).';

revoke execute on function cogo.settle_routes(jsonb) from public;
grant execute on function cogo.settle_routes(jsonb) to authenticated, service_role;
