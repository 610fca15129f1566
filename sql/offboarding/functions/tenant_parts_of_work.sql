create function cogo.tenant_parts_of_work()
returns table (
  part text, through text, parent text, erased text, is_exported boolean, is_walked boolean, omits text[], also text
)
language plpgsql
immutable
set search_path = ''
as $$
declare
  channel constant text := 'one.channel like ''tenant.'' || $1::text || ''.%''';
  patterns constant text := '''.'' || $1::text || ''.'' = any(array(select substr(pattern, 7, 38) from unnest(one.patterns) as pattern))';
begin
  return query
  select listed.*
  from (
    values
      ('schedule_runs', 'schedule_id', 'schedules', 'rows', true, false, '{}'::text[], null),
      ('schedules', 'tenant_id', null, 'rows', true, false, '{}', null),
      ('subscription_dead_letters', 'subscription_id', 'subscriptions', 'rows', true, false, '{}', channel),
      ('redeliveries', 'subscription_id', 'subscriptions', 'rows', true, false, '{}', channel),
      ('subscriptions', 'tenant_id', null, 'rows', true, false, '{}', patterns),
      ('channel_grants', 'tenant_id', null, 'rows', true, false, '{}', replace(patterns, 'unnest(one.patterns)', 'unnest(array[one.pattern])')),
      ('inbound_deliveries', 'job_id', 'jobs', 'rows', true, true, '{}', null),
      ('inbound_hooks', 'tenant_id', null, 'rows', true, false, '{}', null),
      ('ingress_limits', 'tenant_id', null, 'rows', true, false, '{}', null),
      ('ingress_rates', null, null, 'rows', false, false, '{}', 'one.bucket = cogo.short_hash(''ingress:tenant:'' || $1::text)'),
      ('message_keys', null, null, 'rows', false, true, '{}',
        'exists (select from cogo.messages as message where message.id = (cogo.message_place(one.message_id)).event_id and message.tenant_id = $1)'),
      ('messages', 'tenant_id', null, 'rows', true, false, '{}', null),
      ('idempotency_keys', 'job_id', 'jobs', 'rows', false, true, '{}', null),
      ('workflow_timers', 'workflow_id', 'workflows', 'workflows', false, true, '{}', null),
      ('workflow_signals', 'workflow_id', 'workflows', 'workflows', true, true, '{}', null),
      ('workflow_steps', 'workflow_id', 'workflows', 'workflows', true, true, '{}', null),
      ('saga_log', 'workflow_id', 'workflows', 'workflows', true, true, '{}', null),
      ('flow_inbox', 'workflow_id', 'workflows', 'workflows', false, true, '{}', null),
      ('workflows', 'tenant_id', null, 'own', true, true, '{}', null),
      ('gate_results', 'run_id', 'quality_runs', 'quality_runs', true, false, '{}', null),
      ('gate_fixes', 'run_id', 'quality_runs', 'quality_runs', true, false, '{}', null),
      ('quality_runs', 'tenant_id', null, 'own', true, false, '{}', null),
      ('artifacts', 'tenant_id', null, 'rows', true, false, '{}', null),
      ('artifact_quotas', 'tenant_id', null, 'rows', true, false, '{}', null),
      ('artifact_sweeps', null, null, 'rows', false, false, '{}', 'one.location like ''%'' || $1::text || ''/%'''),
      ('attempts', 'job_id', 'jobs', 'jobs', true, true, '{}', null),
      ('dead_letters', 'tenant_id', null, 'jobs', true, true, '{}', null),
      ('cancels', 'job_id', 'jobs', 'jobs', true, true, '{}', null),
      ('kept_back', 'job_id', 'jobs', 'jobs', false, true, '{}', null),
      ('ready_notes', 'job_id', 'jobs', 'jobs', false, true, '{}', null),
      ('requests', 'job_id', 'jobs', 'jobs', true, true, '{}', null),
      ('ingress_callbacks', 'job_id', 'jobs', 'jobs', true, true, '{}', null),
      ('step_jobs', 'job_id', 'jobs', 'jobs', false, true, '{}', null),
      ('held', 'job_id', 'jobs', 'work', false, true, '{}', null),
      ('waiting', 'job_id', 'jobs', 'work', false, true, '{}', null),
      ('blocked', 'job_id', 'jobs', 'work', false, true, '{}', null),
      ('dependencies', 'job_id', 'jobs', 'work', false, true, '{}', null),
      ('parked', 'tenant_id', null, 'work', false, true, '{}', null),
      ('backlog', 'tenant_id', null, 'work', false, true, '{}', null),
      ('over_bound', 'tenant_id', null, 'work', false, true, '{}', null),
      ('key_queue', 'job_id', 'jobs', 'work', false, true, '{}', null),
      ('claims', 'tenant_id', null, 'work', false, true, '{}', null),
      ('jobs', 'tenant_id', null, 'own', true, true, '{}', null),
      ('events', 'tenant_id', null, 'own', true, true, '{}',
        'one.tenant_id is null and exists (select from cogo.jobs as named where named.id = any(one.job_ids) and named.tenant_id = $1)'),
      ('worker_heartbeats', 'device_id', 'worker_devices', 'worker_devices', true, false, '{}', null),
      ('worker_devices', 'tenant_id', null, 'rows', true, false, '{}', null),
      ('limits', 'tenant_id', null, 'rows', true, false, '{}', null),
      ('permit_locks', null, null, 'rows', false, false, '{}', 'one.limit_hash = cogo.limit_hash(''tenant'', $1, null)'),
      ('routes', 'tenant_id', null, 'rows', true, false, '{}', null),
      ('tenant_bounds', 'tenant_id', null, 'rows', true, false, '{}', null),
      ('tenant_loads', 'tenant_id', null, 'rows', false, false, '{}', null),
      ('conflict_notes', 'tenant_id', null, 'rows', false, false, '{}', null),
      ('schedule_notes', 'tenant_id', null, 'rows', false, false, '{}', null)
  ) as listed (part, through, parent, erased, is_exported, is_walked, omits, also);
end;
$$;

comment on function cogo.tenant_parts_of_work() is 'The part of cogo.tenant_parts about work and messages.';

revoke execute on function cogo.tenant_parts_of_work() from public;
