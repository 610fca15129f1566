create function cogo.schedule_history(name text, before_due_at timestamptz, row_limit integer, tenant_id uuid)
returns table (
  due_at timestamptz,
  state text,
  reason text,
  covers integer,
  covers_until timestamptz,
  by_hand boolean,
  fired_at timestamptz,
  lag_ms double precision,
  job_id bigint,
  workflow_id uuid,
  outcome text,
  error jsonb
)
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  tenant uuid := cogo.schedule_tenant(schedule_history.tenant_id);
begin
  if (schedule_history.row_limit between 1 and 1000) is not true then
    perform cogo.refuse_argument('row_limit', 'it must be 1 to 1000');
  end if;
  return query
  select
    run.due_at, run.state, run.reason, run.covers, run.covers_until, run.by_hand,
    case when run.state = 'started' then run.settled_at end,
    case when run.state = 'started' then cogo.milliseconds(run.planned_at, run.settled_at) end,
    run.job_id, run.workflow_id,
    (select final.outcome from cogo.attempts as final where final.job_id = run.job_id and final.final), run.error
  from cogo.schedules as schedule
  join cogo.schedule_runs as run on run.schedule_id = schedule.id
  where schedule.tenant_id = tenant and schedule.name = schedule_history.name
    and (schedule_history.before_due_at is null or run.due_at < schedule_history.before_due_at)
  order by run.due_at desc
  limit schedule_history.row_limit;
end;
$$;

comment on function cogo.schedule_history(text, timestamptz, integer, uuid) is
  'The runs of a schedule, newest first: what was due, what became of it, how late it was, and how its job ended.';

revoke execute on function cogo.schedule_history(text, timestamptz, integer, uuid) from public;
grant execute on function cogo.schedule_history(text, timestamptz, integer, uuid) to authenticated, service_role;
