create function api.erase_tenant(tenant_id uuid, export_sha256 text default null, waive_export boolean default false, row_limit integer default 2000)
returns jsonb
language plpgsql
volatile
set search_path = ''
as $$
#variable_conflict use_column
begin
  return cogo.erase_tenant(erase_tenant.tenant_id, erase_tenant.export_sha256, erase_tenant.waive_export, erase_tenant.row_limit);
end;
$$;

comment on function api.erase_tenant(uuid, text, boolean, integer) is
  'Erases a tenant whose work has ended and which was exported: about a second of it, so call it until is_erased. A call that was killed changed nothing. Answers {is_erased, erased}, at last {is_erased, proof, salt, started_at, ended_at, erased_at, counts, export_sha256}. For operators. Errors: bad_argument (400), tenant_not_found (404), offboarding_not_ready (409).';

revoke execute on function api.erase_tenant(uuid, text, boolean, integer) from public;
grant execute on function api.erase_tenant(uuid, text, boolean, integer) to service_role;
