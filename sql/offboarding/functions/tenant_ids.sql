create function cogo.tenant_ids(tenant_id uuid)
returns uuid[]
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
begin
  return array(
    select tenant_ids.tenant_id
    union select one.agent_id from cogo.agents as one where one.tenant_id = tenant_ids.tenant_id
    union select one.agent_id from cogo.budgets as one where one.tenant_id = tenant_ids.tenant_id
    union select one.agent_id from cogo.subscriptions as one where one.tenant_id = tenant_ids.tenant_id
    union select one.agent_id from cogo.worker_devices as one where one.tenant_id = tenant_ids.tenant_id
    union select one.agent_id from cogo.rate_limits as one where one.tenant_id = tenant_ids.tenant_id
    union select one.agent_id from cogo.channel_grants as one where one.tenant_id = tenant_ids.tenant_id
    union select held.credential_id from cogo.agent_credentials as held join cogo.agents as one on one.agent_id = held.agent_id
      where one.tenant_id = tenant_ids.tenant_id
    union select one.key_id from cogo.secure_keys as one where one.tenant_id = tenant_ids.tenant_id
    union select one.hook_id from cogo.inbound_hooks as one where one.tenant_id = tenant_ids.tenant_id
    -- What is kept as a hash of the tenant alone.
    union select cogo.limit_hash('tenant', tenant_ids.tenant_id, null)
    union select cogo.short_hash('ingress:tenant:' || tenant_ids.tenant_id)
    except select null
  );
end;
$$;

comment on function cogo.tenant_ids(uuid) is 'Ids that belong to a tenant and to nobody else: its own, its agents'', credentials'', keys'' and hooks'', and hashes of it.';

revoke execute on function cogo.tenant_ids(uuid) from public;
