create function api.grant_channel(action text, pattern text, tenant_id uuid default null, agent_id uuid default null)
returns jsonb
language plpgsql
volatile
set search_path = ''
as $$
#variable_conflict use_column
begin
  return cogo.set_channel_grant(grant_channel.action, grant_channel.pattern, grant_channel.tenant_id, grant_channel.agent_id, true);
end;
$$;

comment on function api.grant_channel(text, text, uuid, uuid) is
  'Lets agents publish on or subscribe to the channels of a pattern, beyond their defaults. Errors: bad_argument (400).';

revoke execute on function api.grant_channel(text, text, uuid, uuid) from public;
grant execute on function api.grant_channel(text, text, uuid, uuid) to service_role;
