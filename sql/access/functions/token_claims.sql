create function cogo.token_claims(agent_id uuid, scopes text[])
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  agent cogo.agents;
  held text[];
  missing text;
begin
  select known.* into agent from cogo.agents as known
  join cogo.tenants as tenant on tenant.tenant_id = known.tenant_id
  where known.agent_id = token_claims.agent_id and known.state = 'active' and tenant.state = 'active'
    and not exists (select from cogo.revocations as refused where refused.tenant_id = known.tenant_id and refused.subject_id = known.agent_id);
  if not found then
    perform cogo.raise_invalid_credential();
  end if;
  held := agent.scopes;
  if agent.type_prefixes <> '{}' and 'jobs:work' = any(held) then
    held := array_remove(held, 'jobs:work') || array(select 'jobs:work:' || prefix from unnest(agent.type_prefixes) as prefix);
  end if;
  if token_claims.scopes is not null then
    if cogo.scope_problem(token_claims.scopes) is not null then
      perform cogo.refuse_argument('scopes', cogo.scope_problem(token_claims.scopes));
    end if;
    select asked into missing from unnest(token_claims.scopes) as asked
    where not exists (select from unnest(held) as granted where cogo.scope_covers(granted, asked))
    limit 1;
    if found then
      raise sqlstate 'PT403' using
        message = format('Cannot give a token: the agent lacks the scope %s', missing), detail = 'insufficient_scope',
        hint = 'Ask for fewer scopes, or ask who administers the tenant for update_agent.';
    end if;
    held := token_claims.scopes;
  end if;
  return jsonb_strip_nulls(jsonb_build_object('tenant_id', agent.tenant_id, 'agent_id', agent.agent_id, 'project_id', agent.project))
    || jsonb_build_object(
      'scopes', to_jsonb(held), 'signing_kid', (select key.kid from cogo.signing_keys as key where key.state = 'in_use')
    );
end;
$$;

comment on function cogo.token_claims(uuid, text[]) is
  'What a token of an agent says, its scopes or the narrower ones that it asks for, and (signing_kid) which key signs it; null while none is kept here. Errors: bad_argument (400), invalid_credential (401), insufficient_scope (403).';

revoke execute on function cogo.token_claims(uuid, text[]) from public;
