create function api.list_export_parts()
returns jsonb
language plpgsql
stable
set search_path = ''
as $$
#variable_conflict use_column
begin
  return cogo.list_export_parts();
end;
$$;

comment on function api.list_export_parts() is
  'What an export of a tenant is made of, in order. For operators. No errors.';

revoke execute on function api.list_export_parts() from public;
grant execute on function api.list_export_parts() to service_role;
