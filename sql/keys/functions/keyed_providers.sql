create function cogo.keyed_providers(tenant_id uuid)
returns table (provider text, key_id uuid)
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  setting text := cogo.vault_env();
  at timestamptz := cogo.now_();
begin
  return query
  select distinct on (key.provider) key.provider, key.key_id
  from cogo.secure_keys as key
  join cogo.llm_providers as served on served.provider = key.provider and served.key_field = key.field
  where key.state = 'active' and key.env = setting and key.alias = 'default'
    and key.service = '*' and key.resource = '*' and key.region = '*'
    and key.tenant_id in (keyed_providers.tenant_id, cogo.default_tenant())
    and (key.tenant_id = keyed_providers.tenant_id or key.shared)
    and coalesce(key.expires_at > at, true)
  order by key.provider, key.tenant_id = keyed_providers.tenant_id desc;
end;
$$;

comment on function cogo.keyed_providers(uuid) is
  'The active key that a tenant''s decisions use per provider: its own before a shared one. Keys bound to a service, resource or region are found by their fields alone.';

revoke execute on function cogo.keyed_providers(uuid) from public;
