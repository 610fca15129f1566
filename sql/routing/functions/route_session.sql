create function cogo.route_session(tenant_id uuid, agent_id uuid, session text, prefix_hash text)
returns uuid
language plpgsql
immutable
set search_path = ''
as $$
begin
  if length(route_session.session) not between 1 and 200 then
    perform cogo.refuse_argument('session', 'it must have 1 to 200 characters');
  end if;
  return cogo.short_hash(concat_ws(
    '|', route_session.tenant_id, coalesce(route_session.agent_id::text, ''),
    coalesce('s' || route_session.session, 'p' || route_session.prefix_hash)
  ));
end;
$$;

comment on function cogo.route_session(uuid, uuid, text, text) is
  'The key of cogo.route_sessions: agents that give the same session its name do not share it. Without a session, the prefix stands for it.';

revoke execute on function cogo.route_session(uuid, uuid, text, text) from public;
