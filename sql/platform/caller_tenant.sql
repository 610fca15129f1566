create function cogo.caller_tenant()
returns uuid
language plpgsql
stable
set search_path = ''
as $$
declare
  role_name text := coalesce(nullif(current_setting('role', true), 'none'), session_user);
  claims jsonb := nullif(current_setting('request.jwt.claims', true), '')::jsonb;
  tenant text;
begin
  if (claims is null or claims ->> 'role' = 'service_role') and pg_has_role(role_name, 'service_role', 'member') then
    return null;
  end if;

  tenant := claims ->> 'tenant_id';
  if tenant is null or tenant !~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then
    raise sqlstate 'PT401' using
      message = 'Cannot act for a tenant: the token has no tenant_id claim',
      detail = 'not_an_agent',
      hint = 'Call with an agent token whose claims hold tenant_id and agent_id.';
  end if;

  return tenant::uuid;
end;
$$;

comment on function cogo.caller_tenant() is
  'The tenant an agent acts for; null for an operator (service_role, or a direct session of its members). Errors: not_an_agent (401).';

revoke execute on function cogo.caller_tenant() from public;
grant execute on function cogo.caller_tenant() to authenticated, service_role;
