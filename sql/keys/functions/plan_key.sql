create function cogo.plan_key(
  tenant_id uuid, provider text, service text, resource text, region text, field text, alias text, env text
)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  newest record;
  setting text := cogo.vault_env();
begin
  if setting <> plan_key.env then
    perform cogo.refuse_key_state(
      'write a key', format('APP_ENV is %s here and %s in the database', plan_key.env, setting),
      'Call the key-vault of the right project, or set_vault_env when this database was moved.'
    );
  end if;
  select max(key.version) as version,
    max(encode(key.checksum, 'hex')) filter (where key.state = 'active') as checksum into newest
  from cogo.secure_keys as key
  where key.tenant_id = coalesce(plan_key.tenant_id, cogo.default_tenant()) and key.provider = plan_key.provider
    and key.service = plan_key.service and key.resource = plan_key.resource and key.region = plan_key.region
    and key.field = plan_key.field and key.alias = plan_key.alias and key.env = plan_key.env;
  return jsonb_build_object(
    'version', coalesce(newest.version, 0) + 1,
    'active_checksum', newest.checksum,
    'kek_id', (select kek.kek_id from cogo.kek_registry as kek where kek.state = 'active'),
    'tenant_id', coalesce(plan_key.tenant_id, cogo.default_tenant())
  );
end;
$$;

comment on function cogo.plan_key(uuid, text, text, text, text, text, text, text) is
  'What a new version must be sealed with: its number and the active KEK. Errors: key_conflict (409).';

revoke execute on function cogo.plan_key(uuid, text, text, text, text, text, text, text) from public;
grant execute on function cogo.plan_key(uuid, text, text, text, text, text, text, text) to cogo_key_vault;
