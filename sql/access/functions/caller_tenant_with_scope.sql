create function cogo.caller_tenant(scope text)
returns uuid
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  tenant uuid := cogo.caller_tenant();
  claims jsonb;
  subject text;
begin
  if tenant is null then
    return null;
  end if;
  claims := current_setting('request.jwt.claims')::jsonb;
  if (claims -> 'scopes' ? caller_tenant.scope) is not true and cogo.caller_limits(caller_tenant.scope) = '{}' then
    raise sqlstate 'PT403' using
      message = format('Cannot do this: the token lacks the scope %s', caller_tenant.scope),
      detail = 'insufficient_scope',
      hint = 'Ask for a token with that scope; who administers the tenant grants it with update_agent.';
  end if;
  subject := coalesce(claims ->> 'agent_id', claims ->> 'sub');
  if exists (
    select from cogo.revocations as refused
    where refused.tenant_id = tenant and refused.subject_id::text in (tenant::text, lower(subject))
  ) then
    raise sqlstate 'PT403' using
      message = 'Cannot act any more: the agent, the member or the tenant of this token was revoked or suspended',
      detail = 'agent_revoked',
      hint = 'Ask who administers the tenant; a new token will not help.';
  end if;
  return tenant;
end;
$$;

comment on function cogo.caller_tenant(text) is
  'Whom the caller acts for, if its token allows the scope (whole, or narrowed by a suffix) and nobody revoked it; null for an operator. Each door asks it first. Errors: not_an_agent (401), agent_revoked, insufficient_scope (403).';

revoke execute on function cogo.caller_tenant(text) from public;
grant execute on function cogo.caller_tenant(text) to authenticated, service_role;
