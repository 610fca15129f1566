create function cogo.quality_gate_recent(row_limit integer)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  tenant uuid := cogo.caller_tenant();
  lines jsonb;
begin
  if quality_gate_recent.row_limit is null or quality_gate_recent.row_limit not between 1 and 100 then
    perform cogo.refuse_argument('row_limit', 'it must be 1 to 100');
  end if;
  select coalesce(jsonb_agg(cogo.run_line(run) order by run.created_at desc, run.id desc), '[]')
  into lines
  from (
    select each_run.*
    from cogo.quality_runs as each_run
    where tenant is null or each_run.tenant_id = tenant
    order by each_run.created_at desc, each_run.id desc
    limit quality_gate_recent.row_limit
  ) as run;
  return jsonb_build_object('tenant_id', tenant, 'runs', lines);
end;
$$;

comment on function cogo.quality_gate_recent(integer) is
  'The newest quality runs with their gates, artifacts and fixes. An agent sees its tenant. Errors: bad_argument (400), not_an_agent (401).';

revoke execute on function cogo.quality_gate_recent(integer) from public;
grant execute on function cogo.quality_gate_recent(integer) to authenticated, service_role;
