create function api.remove_limit(scope text, name text default null, tenant_id uuid default null)
returns boolean
language plpgsql
volatile
set search_path = ''
as $$
begin
  return cogo.remove_limit(remove_limit.scope, remove_limit.name, remove_limit.tenant_id);
end;
$$;

comment on function api.remove_limit(text, text, uuid) is
  'Removes a limit; answers whether there was one. For operators. No errors.';

revoke execute on function api.remove_limit(text, text, uuid) from public;
grant execute on function api.remove_limit(text, text, uuid) to service_role;
