create function cogo.find_oidc_issuer(issuer text)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
begin
  return (
    select jsonb_build_object('jwks_url', min(trust.jwks_url), 'audiences', jsonb_agg(distinct trust.audience))
    from cogo.oidc_trusts as trust
    where trust.issuer = find_oidc_issuer.issuer
    having count(distinct trust.jwks_url) = 1
  );
end;
$$;

comment on function cogo.find_oidc_issuer(text) is
  'Where the keys of a trusted issuer are, and for whom its tokens may be; null for any other, and for one whose trusts name several places.';

revoke execute on function cogo.find_oidc_issuer(text) from public;
grant execute on function cogo.find_oidc_issuer(text) to service_role;
