create function api.get_offboarding(tenant_id uuid, count_rows boolean default false)
returns jsonb
language plpgsql
stable
set search_path = ''
as $$
#variable_conflict use_column
begin
  return cogo.get_offboarding(get_offboarding.tenant_id, get_offboarding.count_rows);
end;
$$;

comment on function api.get_offboarding(uuid, boolean) is
  'How far a tenant''s leaving has come: {tenant_id, state, started_at, erasable_at, ended_at, has_met_work, salt, ids, to_export, erased}; state is not_leaving, ending, ended or erasing. count_rows adds left, how many rows of each part are there: it reads whole tables. For operators. Errors: tenant_not_found (404).';

revoke execute on function api.get_offboarding(uuid, boolean) from public;
grant execute on function api.get_offboarding(uuid, boolean) to service_role;
