create function cogo.schedule_document(schedule cogo.schedules)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  return to_jsonb(schedule) - array['id', 'anchor', 'last_started_due_at'] || jsonb_build_object(
    'schedule_id', schedule.id,
    'last_run', (
      select jsonb_strip_nulls(jsonb_build_object(
        'due_at', run.due_at, 'state', run.state, 'reason', run.reason, 'settled_at', run.settled_at,
        'job_id', run.job_id, 'workflow_id', run.workflow_id
      ))
      from cogo.schedule_runs as run where run.schedule_id = schedule.id
      order by run.due_at desc limit 1
    )
  );
end;
$$;

comment on function cogo.schedule_document(cogo.schedules) is 'A schedule as callers see it, with its next run and its last.';

revoke execute on function cogo.schedule_document(cogo.schedules) from public;
