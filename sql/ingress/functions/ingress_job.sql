create function cogo.ingress_job(id uuid)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  job cogo.jobs := cogo.own_job(ingress_job.id);
begin
  return (
    select jsonb_strip_nulls(jsonb_build_object(
      'job_id', standing.id, 'type', standing.type, 'state', standing.state, 'priority', standing.priority,
      'attempt', coalesce(standing.attempt, last.attempt + case when last.outcome = 'released' then 0 else 1 end, 1),
      'max_attempts', standing.max_attempts, 'created_at', standing.created_at, 'run_at', standing.run_at,
      'started_at', standing.started_at, 'finished_at', standing.finished_at,
      'cancel_requested', nullif(standing.cancel_requested and standing.finished_at is null, false),
      'error', case when standing.state <> 'succeeded' then last.error end
    ))
    from cogo.job_states as standing
    left join lateral (
      select ended.attempt, ended.outcome, ended.error from cogo.attempts as ended
      where ended.job_id = standing.job_id order by ended.fence desc limit 1
    ) as last on true
    where standing.job_id = job.id
  );
end;
$$;

comment on function cogo.ingress_job(uuid) is
  'How a job stands, as who asked for it sees it: without payload and result. Errors: job_not_found (404).';

revoke execute on function cogo.ingress_job(uuid) from public;
grant execute on function cogo.ingress_job(uuid) to authenticated, service_role;
