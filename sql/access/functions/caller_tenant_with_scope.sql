create function cogo.caller_tenant(scope text)
returns uuid
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  claims jsonb := nullif(current_setting('request.jwt.claims', true), '')::jsonb;
  tenant text := claims ->> 'tenant_id';
  subject text := coalesce(claims ->> 'agent_id', claims ->> 'sub');
begin
  -- As cogo.caller_tenant() decides it, without a second call: every RPC comes by here.
  if (claims is null or claims ->> 'role' = 'service_role')
    and pg_has_role(coalesce(nullif(current_setting('role', true), 'none'), session_user), 'service_role', 'member') then
    return null;
  elsif tenant is null or tenant !~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then
    perform cogo.caller_tenant(); -- raises not_an_agent
  end if;
  if (jsonb_typeof(claims -> 'scopes') = 'array' and claims -> 'scopes' ? caller_tenant.scope) is not true and (
    -- A suffix that nothing looks at would be no limit: only these scopes can be narrowed (cogo.scopes).
    caller_tenant.scope not in ('jobs:work', 'events:publish', 'events:subscribe') or cogo.caller_limits(caller_tenant.scope) = '{}'
  ) then
    raise sqlstate 'PT403' using
      message = format('Cannot do this: the token lacks the scope %s', caller_tenant.scope),
      detail = 'insufficient_scope',
      hint = 'Ask for a token with that scope; who administers the tenant grants it with update_agent.';
  end if;
  if exists (
    select from cogo.revocations as refused
    where refused.tenant_id = tenant::uuid and refused.subject_id in (
      tenant::uuid, case when subject ~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then subject::uuid end
    )
  ) or (exists (select from cogo.erased_tenants) and cogo.is_erased_tenant(tenant::uuid)) then
    raise sqlstate 'PT403' using
      message = 'Cannot act any more: the agent, the member or the tenant of this token was revoked or suspended',
      detail = 'agent_revoked',
      hint = 'Ask who administers the tenant; a new token will not help.';
  end if;
  return tenant::uuid;
end;
$$;

comment on function cogo.caller_tenant(text) is
  'Whom the caller acts for, if its token allows the scope (whole, or narrowed by a suffix) and nobody revoked it; null for an operator. Each door asks it first. Errors: not_an_agent (401), agent_revoked, insufficient_scope (403).';

revoke execute on function cogo.caller_tenant(text) from public;
grant execute on function cogo.caller_tenant(text) to authenticated, service_role;
