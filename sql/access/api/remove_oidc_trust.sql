create function api.remove_oidc_trust(trust_id uuid)
returns boolean
language plpgsql
volatile
set search_path = ''
as $$
#variable_conflict use_column
begin
  return cogo.remove_oidc_trust(remove_oidc_trust.trust_id);
end;
$$;

comment on function api.remove_oidc_trust(uuid) is
  'Ends a trust; false when there is none. For operators. No errors.';

revoke execute on function api.remove_oidc_trust(uuid) from public;
grant execute on function api.remove_oidc_trust(uuid) to service_role;
