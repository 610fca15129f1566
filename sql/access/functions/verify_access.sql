create function cogo.verify_access()
returns table (invariant text, problem text, sample jsonb)
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  return query
  select 'a revoked agent is refused', format('%s are not', count(*)), jsonb_agg(agent.agent_id)
  from cogo.agents as agent
  where (agent.state = 'revoked') <> exists (
    select from cogo.revocations as refused
    where refused.tenant_id = agent.tenant_id and refused.subject_id = agent.agent_id and refused.kind = 'agent'
  )
  having count(*) > 0
  union all
  select 'a tenant that is not active is refused', format('%s are not', count(*)), jsonb_agg(tenant.tenant_id)
  from cogo.tenants as tenant
  where (tenant.state <> 'active') <> exists (
    select from cogo.revocations as refused where refused.tenant_id = tenant.tenant_id and refused.subject_id = tenant.tenant_id
  )
  having count(*) > 0
  union all
  select 'a member is not refused', format('%s are', count(*)), jsonb_agg(member.user_id)
  from cogo.members as member
  join cogo.revocations as refused on refused.tenant_id = member.tenant_id and refused.subject_id = member.user_id and refused.kind = 'member'
  having count(*) > 0
  union all
  select 'a revoked agent has nothing to get tokens by', format('%s have', count(*)), jsonb_agg(agent.agent_id)
  from cogo.agents as agent
  where agent.state = 'revoked' and (
    exists (select from cogo.agent_credentials as held where held.agent_id = agent.agent_id and held.revoked_at is null)
    or exists (select from cogo.agent_keys as held where held.agent_id = agent.agent_id and held.revoked_at is null)
    or exists (select from cogo.oidc_trusts as held where held.agent_id = agent.agent_id)
  )
  having count(*) > 0
  union all
  select 'an agent has scopes that there are', format('%s have others', count(*)), jsonb_agg(agent.agent_id)
  from cogo.agents as agent
  where cogo.scope_problem(agent.scopes) is not null
  having count(*) > 0
  union all
  select 'a key signs once another has', format('none of %s does', count(*)), jsonb_agg(key.kid)
  from cogo.signing_keys as key
  where key.state in ('previous', 'in_use')
  having count(*) filter (where key.state = 'in_use') = 0 and count(*) > 0
  union all
  select 'who was let in is in the audit', format('%s are not', count(*)), jsonb_agg(given.subject)
  from (
    select agent.agent_id::text as subject, 'create_agent' as act from cogo.agents as agent
    union all select member.user_id::text, 'add_member' from cogo.members as member
    union all select key.kid, 'add_signing_key' from cogo.signing_keys as key
  ) as given
  where not exists (select from cogo.access_audit as entry where entry.subject = given.subject and entry.act = given.act)
  having count(*) > 0;
end;
$$;

comment on function cogo.verify_access() is 'The part of cogo.verify about who may do what.';

revoke execute on function cogo.verify_access() from public;
