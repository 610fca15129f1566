create function cogo.list_slos()
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  tenant uuid := cogo.caller_tenant();
  at timestamptz := cogo.now_();
begin
  return jsonb_build_object('at', at, 'slos', (
    select coalesce(jsonb_agg(cogo.slo_document(slo, at) order by slo.name), '[]')
    from cogo.slos as slo
    where tenant is null or slo.tenant_id = tenant
  ));
end;
$$;

comment on function cogo.list_slos() is 'The SLOs with how they stand; to an agent, those of its tenant. Errors: not_an_agent (401).';

revoke execute on function cogo.list_slos() from public;
grant execute on function cogo.list_slos() to authenticated, service_role;
