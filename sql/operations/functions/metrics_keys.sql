create function cogo.metrics_keys()
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  tenant uuid := cogo.caller_tenant();
  at timestamptz := cogo.now_();
begin
  if tenant is not null then
    raise sqlstate 'PT403' using
      message = 'Cannot list keys: the token speaks for one tenant', detail = 'operators_only', hint = 'Call with a secret key.';
  end if;
  return jsonb_build_object(
    'at', at, 'env', cogo.vault_env(),
    'keys', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'key_id', key.key_id, 'tenant_id', key.tenant_id, 'provider', key.provider, 'field', key.field, 'alias', key.alias,
        'service', key.service, 'resource', key.resource, 'region', key.region, 'env', key.env, 'version', key.version,
        'state', key.state, 'last4', key.last4, 'shared', key.shared, 'created_at', key.created_at, 'last_used_at', key.last_used_at,
        'expires_at', key.expires_at, 'rotate_after', key.rotate_after, 'retires_at', key.retires_at,
        'alerts', coalesce(due.alerts, '[]'),
        'refused', (
          select jsonb_build_object('state', health.state, 'until', health.until, 'http_status', health.http_status)
          from cogo.key_health as health where health.key_id = key.key_id and (health.state = 'dead' or health.until > at)
        )
      ) order by key.provider, key.alias, key.version desc), '[]')
      from (
        select known.* from cogo.secure_keys as known
        where known.state in ('next', 'active', 'retiring') order by known.key_id desc limit 100
      ) as key
      left join (
        select warning.key_id, jsonb_agg(warning.alert order by warning.due_at) as alerts
        from cogo.key_alerts(at) as warning group by warning.key_id
      ) as due on due.key_id = key.key_id
    )
  );
end;
$$;

comment on function cogo.metrics_keys() is
  'The newest 100 keys that are in use: metadata, age, last use, what is due, what a provider refused. Never a value. Operators only. Errors: operators_only (403), not_an_agent (401).';

revoke execute on function cogo.metrics_keys() from public;
grant execute on function cogo.metrics_keys() to authenticated, service_role;
