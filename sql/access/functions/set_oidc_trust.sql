create function cogo.set_oidc_trust(agent_id uuid, issuer text, audience text, subject text, jwks_url text)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  agent cogo.agents := cogo.own_agent(set_oidc_trust.agent_id);
  trust cogo.oidc_trusts;
  keys_at text := coalesce(set_oidc_trust.jwks_url, rtrim(set_oidc_trust.issuer, '/') || '/.well-known/jwks');
  address constant text := '^(https://[^\s/@?#]+|http://(localhost|127\.0\.0\.1)(:\d{1,5})?)(/[^\s?#]*)?$';
begin
  if agent.state <> 'active' then
    perform cogo.refuse_access('the agent is revoked', 'Create another agent.');
  elsif (issuer ~ address and length(issuer) <= 300) is not true then
    perform cogo.refuse_argument('issuer', 'it must begin with https:// (http:// for this very machine)');
  elsif (jwks_url ~ address and length(jwks_url) <= 300) is false then
    perform cogo.refuse_argument('jwks_url', 'it must begin with https:// (http:// for this very machine)');
  elsif (length(audience) between 1 and 300) is not true then
    perform cogo.refuse_argument('audience', 'it must have 1 to 300 characters');
  elsif (length(subject) between 1 and 300 and subject !~ '^\*' and length(subject) - length(replace(subject, '*', '')) <= 4) is not true then
    perform cogo.refuse_argument('subject', 'it must have 1 to 300 characters, not begin with * and hold at most 4 *');
  end if;
  -- One issuer, one place of its keys, whoever trusts it: else the keys of one tenant's trust would open another's.
  perform pg_advisory_xact_lock(hashtextextended('oidc_issuer:' || set_oidc_trust.issuer, 0));
  if exists (select from cogo.oidc_trusts as known where known.issuer = set_oidc_trust.issuer and known.jwks_url <> keys_at) then
    perform cogo.refuse_argument('jwks_url', 'another trust of this issuer reads its keys elsewhere; remove that one first');
  end if;
  insert into cogo.oidc_trusts as kept (trust_id, agent_id, issuer, audience, subject, jwks_url, created_at)
  values (
    gen_random_uuid(), agent.agent_id, set_oidc_trust.issuer, set_oidc_trust.audience, set_oidc_trust.subject,
    keys_at, cogo.now_()
  )
  on conflict on constraint a_trust_is_given_once do nothing
  returning * into trust;
  if not found then
    select known.* into trust from cogo.oidc_trusts as known
    where known.agent_id = agent.agent_id and known.issuer = set_oidc_trust.issuer and known.audience = set_oidc_trust.audience
      and known.subject = set_oidc_trust.subject;
    return to_jsonb(trust);
  end if;
  perform cogo.note_access(agent.tenant_id, 'set_oidc_trust', agent.agent_id::text, null, to_jsonb(trust));
  return to_jsonb(trust);
end;
$$;

comment on function cogo.set_oidc_trust(uuid, text, text, text, text) is
  'Whose OIDC tokens stand for an agent. For operators: the address of the keys is one that the function reads.';

revoke execute on function cogo.set_oidc_trust(uuid, text, text, text, text) from public;
grant execute on function cogo.set_oidc_trust(uuid, text, text, text, text) to service_role;
