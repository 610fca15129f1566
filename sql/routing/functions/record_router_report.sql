create function cogo.record_router_report(policy_v1 bigint, policy_v2 bigint, gates jsonb, body jsonb)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  names constant text[] := array['determinism', 'constraints', 'cost', 'quality', 'report'];
  passed boolean := true;
  gate text;
  report_id bigint;
begin
  if (jsonb_typeof(record_router_report.gates) = 'object') is not true then
    perform cogo.refuse_argument('gates', 'it must be an object of five gates');
  end if;
  foreach gate in array names loop
    if (jsonb_typeof(record_router_report.gates #> array[gate, 'passed']) = 'boolean') is not true then
      perform cogo.refuse_argument('gates', format('%s must have passed: true or false', gate));
    end if;
    passed := passed and (record_router_report.gates #> array[gate, 'passed'])::boolean;
  end loop;
  if record_router_report.policy_v1 is not distinct from record_router_report.policy_v2 or 2 <> (
    select count(*) from cogo.routing_policies as policy
    where policy.policy_id in (record_router_report.policy_v1, record_router_report.policy_v2)
  ) then
    perform cogo.refuse_argument('policy_v2', 'two different policies must be compared that are there');
  end if;
  insert into cogo.router_reports (policy_v1, policy_v2, gates, passed, body, at)
  values (
    record_router_report.policy_v1, record_router_report.policy_v2, record_router_report.gates, passed,
    coalesce(record_router_report.body, '{}'), cogo.now_()
  )
  returning report_id into report_id;
  return jsonb_build_object('report_id', report_id, 'passed', passed);
end;
$$;

comment on function cogo.record_router_report(bigint, bigint, jsonb, jsonb) is
  'Keeps a comparison. It passed when each of its five gates did.';

revoke execute on function cogo.record_router_report(bigint, bigint, jsonb, jsonb) from public;
grant execute on function cogo.record_router_report(bigint, bigint, jsonb, jsonb) to service_role;
