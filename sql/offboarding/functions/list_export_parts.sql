create function cogo.list_export_parts()
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  return (select jsonb_agg(known.part order by known.step) from cogo.tenant_parts() as known where known.is_exported);
end;
$$;

comment on function cogo.list_export_parts() is 'What an export of a tenant is made of.';

revoke execute on function cogo.list_export_parts() from public;
grant execute on function cogo.list_export_parts() to service_role;
