create function api.revoke_channel(action text, pattern text, tenant_id uuid default null, agent_id uuid default null)
returns jsonb
language plpgsql
volatile
set search_path = ''
as $$
#variable_conflict use_column
begin
  return cogo.set_channel_grant(revoke_channel.action, revoke_channel.pattern, revoke_channel.tenant_id, revoke_channel.agent_id, false);
end;
$$;

comment on function api.revoke_channel(text, text, uuid, uuid) is
  'Takes back a grant of grant_channel, named in the same words. Errors: bad_argument (400).';

revoke execute on function api.revoke_channel(text, text, uuid, uuid) from public;
grant execute on function api.revoke_channel(text, text, uuid, uuid) to service_role;
