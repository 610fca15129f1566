create function cogo.exchange_oidc(issuer text, audience text, subject text, jti text, expires_at timestamptz, scopes text[], agent_id uuid)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  agents uuid[];
begin
  select array_agg(distinct trust.agent_id) into agents from cogo.oidc_trusts as trust
  where trust.issuer = exchange_oidc.issuer and trust.audience = exchange_oidc.audience
    and exchange_oidc.subject like replace(replace(replace(replace(trust.subject, '\', '\\'), '%', '\%'), '_', '\_'), '*', '%')
    and (exchange_oidc.agent_id is null or trust.agent_id = exchange_oidc.agent_id);
  if cardinality(agents) > 1 then
    perform cogo.refuse_argument('agent_id', 'several agents trust this token; name one');
  elsif agents is null or length(exchange_oidc.subject) > 500 then
    perform cogo.raise_invalid_credential();
  end if;
  perform cogo.use_assertion(cogo.short_hash(format('oidc:%s:%s', issuer, jti)), exchange_oidc.expires_at);
  return cogo.token_claims(agents[1], exchange_oidc.scopes);
end;
$$;

comment on function cogo.exchange_oidc(text, text, text, text, timestamptz, text[], uuid) is
  'What the token of the agent says that trusts an OIDC subject; the function has checked the signature. Errors: bad_argument (400), invalid_credential (401), insufficient_scope (403).';

revoke execute on function cogo.exchange_oidc(text, text, text, text, timestamptz, text[], uuid) from public;
grant execute on function cogo.exchange_oidc(text, text, text, text, timestamptz, text[], uuid) to service_role;
