create function cogo.enqueue_decide(run cogo.quality_runs)
returns cogo.quality_runs
language plpgsql
set search_path = ''
as $$
#variable_conflict use_column
declare
  decided cogo.quality_runs;
  enqueued_id bigint;
begin
  select enqueued.job_id into enqueued_id
  from cogo.enqueue_jobs(jsonb_build_array(jsonb_build_object(
    'type', 'orchestrator.decide',
    'payload', jsonb_build_object(
      'run_id', (enqueue_decide.run).id,
      'target', (enqueue_decide.run).target,
      'iso_week', (enqueue_decide.run).iso_week
    ),
    'correlation_id', (enqueue_decide.run).id,
    'idempotency_key', format('quality:%s:decide', (enqueue_decide.run).id)
  ))) as enqueued;

  update cogo.quality_runs as run
  set decide_job_id = enqueued_id, job_ids = array[enqueued_id]
  where run.id = (enqueue_decide.run).id
  returning run.* into decided;

  return decided;
end;
$$;

comment on function cogo.enqueue_decide(cogo.quality_runs) is
  'Enqueues the orchestrator.decide job of a new run and notes its id there.';

revoke execute on function cogo.enqueue_decide(cogo.quality_runs) from public;
