create function cogo.caller_agent()
returns uuid
language plpgsql
stable
set search_path = ''
as $$
declare
  agent text := nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'agent_id';
begin
  if agent ~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then
    return agent::uuid;
  end if;
  return null;
end;
$$;

comment on function cogo.caller_agent() is 'The agent_id claim of the caller''s token, or null.';

revoke execute on function cogo.caller_agent() from public;
grant execute on function cogo.caller_agent() to authenticated, service_role;
