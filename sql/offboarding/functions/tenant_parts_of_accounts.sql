create function cogo.tenant_parts_of_accounts()
returns table (
  part text, through text, parent text, erased text, is_exported boolean, is_walked boolean, omits text[], also text
)
language plpgsql
immutable
set search_path = ''
as $$
declare
  told constant text := 'one::text like ''%'' || $1::text || ''%''';
begin
  return query
  select listed.*
  from (
    values
      ('dropped_spend', 'window_id', 'budget_windows', 'budgets', false, false, '{}'::text[], null),
      ('budget_windows', 'budget_id', 'budgets', 'budgets', true, false, '{}', null),
      ('budgets', 'tenant_id', null, 'own', true, false, '{}', null),
      ('reservations', 'tenant_id', null, 'routing_decisions', true, true, '{grant_hash}', null),
      ('routing_outcomes', 'tenant_id', null, 'routing_decisions', true, true, '{}', null),
      ('route_sessions', null, null, 'routing_decisions', false, true, '{}',
        'one.session_key in (select (made.context ->> ''session'')::uuid from cogo.routing_decisions as made where made.tenant_id = $1)'),
      ('routing_decisions', 'tenant_id', null, 'own', true, true, '{}', null),
      ('usage_counters', 'tenant_id', null, 'own', true, false, '{}', null),
      ('rate_states', 'limit_id', 'rate_limits', 'rows', false, false, '{}',
        'one.subject_id = $1 or one.subject_id in (select agent_id from cogo.agents where tenant_id = $1 union all select key_id from cogo.secure_keys where tenant_id = $1)'),
      ('rate_limits', 'tenant_id', null, 'rows', true, false, '{}', 'one.key_id in (select key_id from cogo.secure_keys where tenant_id = $1)'),
      ('route_lists', 'policy_id', 'routing_policies', 'rows', false, false, '{}', null),
      ('router_reports', 'policy_v2', 'routing_policies', 'rows', true, false, '{}',
        'one.policy_v1 in (select policy_id from cogo.routing_policies where tenant_id = $1)'),
      ('routing_policies', 'tenant_id', null, 'rows', true, false, '{}', null),
      ('secure_keys_seals', 'tenant_id', null, 'secure_keys_audit', true, false, '{}', null),
      ('secure_keys_heads', 'tenant_id', null, 'secure_keys_audit', true, false, '{}', null),
      ('audit_checkpoints', 'tenant_id', null, 'secure_keys_audit', true, false, '{}', null),
      ('secure_keys_audit', 'tenant_id', null, 'own', true, true, '{}', null),
      ('outcome_notes', 'key_id', 'secure_keys', 'secure_keys', false, false, '{}', null),
      ('key_health', 'key_id', 'secure_keys', 'secure_keys', true, false, '{}', null),
      ('break_glass', 'key_id', 'secure_keys', 'secure_keys', true, false, '{}', null),
      ('secure_keys', 'tenant_id', null, 'rows', true, false, '{ciphertext,iv,wrapped_dek,dek_iv,checksum}', null),
      ('slo_burns', 'slo', 'slos', 'slos', true, false, '{}', null),
      ('slos', 'tenant_id', null, 'own', true, false, '{}', null),
      ('metric_rows', 'series_id', 'metric_series', 'metric_series', true, false, '{}', null),
      ('metric_series', 'tenant_id', null, 'own', true, false, '{}', null),
      ('alerts', null, null, 'scrub', false, false, '{}', told),
      ('alert_notices', null, null, 'scrub', false, false, '{}', told),
      ('alert_silences', null, null, 'scrub', false, false, '{}', told),
      ('notifications', null, null, 'scrub', false, false, '{}', told),
      ('metric_horizon', null, null, 'scrub', false, false, '{}', told),
      ('backlog_turns', null, null, 'scrub', false, false, '{}', told),
      ('members', 'tenant_id', null, 'rows', true, false, '{}', null),
      ('agent_credentials', 'agent_id', 'agents', 'agents', true, false, '{secret_sha256}', null),
      ('agent_keys', 'agent_id', 'agents', 'agents', true, false, '{}', null),
      ('oidc_trusts', 'agent_id', 'agents', 'agents', true, false, '{}', null),
      ('agents', 'tenant_id', null, 'own', true, false, '{}', null),
      ('access_audit', 'tenant_id', null, 'rows', true, false, '{}', null),
      ('projects', 'tenant_id', null, 'rows', true, false, '{}', null),
      ('revocations', 'tenant_id', null, 'last', true, false, '{}', null),
      ('offboardings', 'tenant_id', null, 'last', false, false, '{}', null),
      ('tenants', 'tenant_id', null, 'last', true, false, '{}', null)
  ) as listed (part, through, parent, erased, is_exported, is_walked, omits, also);
end;
$$;

comment on function cogo.tenant_parts_of_accounts() is 'The part of cogo.tenant_parts about money, keys, figures and access.';

revoke execute on function cogo.tenant_parts_of_accounts() from public;
