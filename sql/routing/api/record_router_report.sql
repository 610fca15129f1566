create function api.record_router_report(policy_v1 bigint, policy_v2 bigint, gates jsonb, body jsonb default '{}')
returns jsonb
language plpgsql
volatile
set search_path = ''
as $$
#variable_conflict use_column
begin
  return cogo.record_router_report(record_router_report.policy_v1, record_router_report.policy_v2, record_router_report.gates, record_router_report.body);
end;
$$;

comment on function api.record_router_report(bigint, bigint, jsonb, jsonb) is
  'Keeps a comparison of the policy that serves with one that shall. gates: {determinism, constraints, cost, quality, report}, each {passed, …}. Errors: bad_argument (400).';

revoke execute on function api.record_router_report(bigint, bigint, jsonb, jsonb) from public;
grant execute on function api.record_router_report(bigint, bigint, jsonb, jsonb) to service_role;
