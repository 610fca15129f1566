create function api.set_oidc_trust(
  agent_id uuid,
  issuer text,
  audience text,
  subject text,
  jwks_url text default null
)
returns jsonb
language plpgsql
volatile
set search_path = ''
as $$
#variable_conflict use_column
begin
  return cogo.set_oidc_trust(
    set_oidc_trust.agent_id, set_oidc_trust.issuer, set_oidc_trust.audience, set_oidc_trust.subject, set_oidc_trust.jwks_url
  );
end;
$$;

comment on function api.set_oidc_trust(uuid, text, text, text, text) is
  'Lets OIDC tokens of an issuer (such as GitHub) for this subject, where * stands for anything, give tokens of the agent. For operators. Errors: bad_argument (400), agent_not_found (404), access_conflict (409).';

revoke execute on function api.set_oidc_trust(uuid, text, text, text, text) from public;
grant execute on function api.set_oidc_trust(uuid, text, text, text, text) to service_role;
