create function cogo.update_agent(agent_id uuid, name text, scopes text[], type_prefixes text[], project text)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  before cogo.agents := cogo.own_agent(update_agent.agent_id);
  after cogo.agents := before;
begin
  if before.state = 'revoked' then
    perform cogo.refuse_access('the agent is revoked', 'Create another agent.');
  end if;
  after.name := coalesce(update_agent.name, before.name);
  after.scopes := coalesce(update_agent.scopes, before.scopes);
  after.type_prefixes := coalesce(update_agent.type_prefixes, before.type_prefixes);
  after.project := coalesce(update_agent.project, before.project);
  if after = before then
    return to_jsonb(before);
  end if;
  perform cogo.check_agent(after.name, after.scopes, after.type_prefixes, after.project);
  after.changed_at := cogo.now_();
  if after.project is not null then
    insert into cogo.projects (tenant_id, project, created_at) values (after.tenant_id, after.project, after.changed_at) on conflict do nothing;
  end if;
  update cogo.agents as agent
  set name = after.name, scopes = after.scopes, type_prefixes = after.type_prefixes, project = after.project, changed_at = after.changed_at
  where agent.agent_id = before.agent_id;
  perform cogo.note_access(after.tenant_id, 'update_agent', after.agent_id::text, to_jsonb(before), to_jsonb(after));
  return to_jsonb(after);
end;
$$;

comment on function cogo.update_agent(uuid, text, text[], text[], text) is
  'Changes what is given; tokens handed out before keep their scopes until they expire.';

revoke execute on function cogo.update_agent(uuid, text, text[], text[], text) from public;
grant execute on function cogo.update_agent(uuid, text, text[], text[], text) to authenticated, service_role;
