create function cogo.list_policies()
returns setof jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  tenant uuid := cogo.caller_tenant();
begin
  return query
  select to_jsonb(policy) - 'body_sha256' || jsonb_build_object(
    'last_report', (
      select jsonb_build_object('report_id', report.report_id, 'passed', report.passed, 'policy_v1', report.policy_v1, 'at', report.at)
      from cogo.router_reports as report
      where report.policy_v2 = policy.policy_id
      order by report.report_id desc
      limit 1
    )
  )
  from cogo.routing_policies as policy
  where tenant is null or policy.tenant_id in (tenant, cogo.default_tenant())
  order by policy.policy_id desc
  limit 1000;
end;
$$;

comment on function cogo.list_policies() is
  'Policies, newest first: an agent sees its tenant''s and the default ones, an operator all.';

revoke execute on function cogo.list_policies() from public;
grant execute on function cogo.list_policies() to authenticated, service_role;
