create function cogo.enqueue_gate(run cogo.quality_runs)
returns cogo.quality_runs
language plpgsql
set search_path = ''
as $$
#variable_conflict use_column
declare
  opened cogo.quality_runs;
  gate_id bigint;
  closing_id bigint;
begin
  select enqueued.job_id into gate_id
  from cogo.enqueue_jobs(cogo.quality_jobs(enqueue_gate.run, array['gate'], null, null)) as enqueued;

  -- Whatever becomes of the gate's job, the aggregate closes the run.
  select enqueued.job_id into closing_id
  from cogo.enqueue_jobs(cogo.quality_jobs(enqueue_gate.run, array['aggregate'], array[gate_id], null)) as enqueued;

  update cogo.quality_runs as known
  set job_ids = array[gate_id, closing_id], aggregate_job_id = closing_id
  where known.id = (enqueue_gate.run).id
  returning known.* into opened;
  return opened;
end;
$$;

comment on function cogo.enqueue_gate(cogo.quality_runs) is
  'Enqueues the quality.gate job of a new run and the aggregate that waits for it, and notes their ids there.';

revoke execute on function cogo.enqueue_gate(cogo.quality_runs) from public;
