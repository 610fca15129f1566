create function cogo.quality_jobs(run cogo.quality_runs, steps text[], waits_for bigint[], cause uuid)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select jsonb_agg(
    jsonb_strip_nulls(jsonb_build_object(
      'type', 'quality.' || step.name,
      'payload', jsonb_build_object('run_id', (quality_jobs.run).id, 'target', (quality_jobs.run).target),
      'correlation_id', (quality_jobs.run).id,
      'cause', quality_jobs.cause,
      'after', to_jsonb(quality_jobs.waits_for),
      'max_attempts', 3,
      'idempotency_key', format('quality:%s:%s', (quality_jobs.run).id, step.name),
      -- Only an operator names a tenant; an agent's jobs are its own tenant's anyway.
      'tenant_id', case when cogo.caller_tenant() is null then (quality_jobs.run).tenant_id end
    ))
    order by step.ordinal
  )
  from unnest(quality_jobs.steps) with ordinality as step (name, ordinal);
$$;

comment on function cogo.quality_jobs(cogo.quality_runs, text[], bigint[], uuid) is
  'The array that enqueue_jobs takes for some quality.* steps of a run.';

revoke execute on function cogo.quality_jobs(cogo.quality_runs, text[], bigint[], uuid) from public;
