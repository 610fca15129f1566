create function cogo.flow_of_dead(job cogo.jobs)
returns boolean
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  -- A job of a run bears the run's id as its correlation_id, whose last 62 bits are the run's number.
  return exists (
    select from cogo.workflow_steps as step
    where step.workflow_id = (('x' || right(replace(job.correlation_id::text, '-', ''), 16))::bit(64)::bigint & 4611686018427387903)
      and step.job_id = job.id
  );
end;
$$;

comment on function cogo.flow_of_dead(cogo.jobs) is
  'Whether a job was the action of a step: its run has gone on without it, so it cannot be redriven alone.';

revoke execute on function cogo.flow_of_dead(cogo.jobs) from public;
