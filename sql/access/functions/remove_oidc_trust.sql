create function cogo.remove_oidc_trust(trust_id uuid)
returns boolean
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  trust cogo.oidc_trusts;
begin
  delete from cogo.oidc_trusts as known where known.trust_id = remove_oidc_trust.trust_id returning * into trust;
  if not found then
    return false;
  end if;
  perform cogo.note_access(
    (select agent.tenant_id from cogo.agents as agent where agent.agent_id = trust.agent_id),
    'remove_oidc_trust', trust.agent_id::text, to_jsonb(trust), null
  );
  return true;
end;
$$;

comment on function cogo.remove_oidc_trust(uuid) is
  'Ends a trust; false when there is none.';

revoke execute on function cogo.remove_oidc_trust(uuid) from public;
grant execute on function cogo.remove_oidc_trust(uuid) to service_role;
