create function cogo.serving_policy(tenant_id uuid, ticket integer)
returns bigint
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  live_id bigint;
  canary_id bigint;
  canary_percent real;
begin
  for turn in 1 .. 2 loop
    select policy.policy_id into live_id from cogo.routing_policies as policy
    where policy.tenant_id = serving_policy.tenant_id and policy.state = 'live';
    exit when found or turn = 2;
    serving_policy.tenant_id := cogo.default_tenant();
  end loop;
  select policy.policy_id, (policy.body -> 'canary_percent')::real into canary_id, canary_percent
  from cogo.routing_policies as policy
  where policy.tenant_id = serving_policy.tenant_id and policy.state = 'canary';
  return case when serving_policy.ticket < canary_percent * 100 then canary_id else live_id end;
end;
$$;

comment on function cogo.serving_policy(uuid, integer) is
  'The policy that serves a tenant: its own live one, else the default tenant''s; the canary for tickets (0 to 9999) below its share. Null = there is none.';

revoke execute on function cogo.serving_policy(uuid, integer) from public;
