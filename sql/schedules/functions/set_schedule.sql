create function cogo.set_schedule(settings jsonb, paused boolean, tenant_id uuid)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  at timestamptz := cogo.now_();
  given cogo.schedules := jsonb_populate_record(null::cogo.schedules, set_schedule.settings);
  kept cogo.schedules;
begin
  perform cogo.check_json('job', set_schedule.settings -> 'job', 278528), cogo.check_json('workflow', set_schedule.settings -> 'workflow', 278528);
  given.tenant_id := cogo.schedule_tenant(set_schedule.tenant_id);
  if num_nonnulls(given.cron, given.every_seconds) <> 1 then
    perform cogo.refuse_argument('cron', 'give either cron or every_seconds');
  elsif num_nonnulls(given.job, given.workflow) <> 1 then
    perform cogo.refuse_argument('job', 'give either job or workflow');
  elsif given.starts_at not between '0001-01-01' and '9999-12-31' then
    perform cogo.refuse_argument('starts_at', 'it must be a time of the years 1 to 9999');
  end if;
  given.anchor := coalesce(given.starts_at, date_trunc('second', at));

  insert into cogo.schedules as known (
    tenant_id, created_at, changed_at, anchor, starts_at, ends_at, every_seconds, missed_limit, grace_seconds,
    jitter_seconds, paused, name, cron, time_zone, missed, overlap, job, workflow
  )
  values (
    given.tenant_id, at, at, given.anchor, given.starts_at, given.ends_at, given.every_seconds, given.missed_limit,
    given.grace_seconds, given.jitter_seconds, coalesce(set_schedule.paused, false), given.name, given.cron, given.time_zone,
    given.missed, given.overlap, given.job, given.workflow
  )
  -- A schedule that is set again as it was, at each start of a program say, goes on counting where it was: what was missed is still due.
  on conflict (tenant_id, name) do update set
    changed_at = at, starts_at = excluded.starts_at, ends_at = excluded.ends_at, every_seconds = excluded.every_seconds,
    missed_limit = excluded.missed_limit, grace_seconds = excluded.grace_seconds,
    jitter_seconds = excluded.jitter_seconds, paused = coalesce(set_schedule.paused, known.paused), cron = excluded.cron,
    time_zone = excluded.time_zone, missed = excluded.missed, overlap = excluded.overlap, job = excluded.job,
    workflow = excluded.workflow,
    (anchor, next_due_at, next_run_at) = (
      select
        case when same.timing then known.anchor else excluded.anchor end,
        case when same.timing and not coalesce(set_schedule.paused, false) then known.next_due_at end,
        case when same.timing and not coalesce(set_schedule.paused, false) then known.next_run_at end
      from (
        select (known.cron, known.every_seconds, known.time_zone, known.starts_at, known.ends_at)
          is not distinct from (excluded.cron, excluded.every_seconds, excluded.time_zone, excluded.starts_at, excluded.ends_at)
          as timing
      ) as same
    ),
    last_started_due_at = (
      select run.due_at from cogo.schedule_runs as run
      where run.schedule_id = known.id and run.state = 'started' order by run.due_at desc limit 1
    )
  returning * into kept;

  perform cogo.check_schedule(kept);
  kept := cogo.plan_next(kept, at);
  return cogo.schedule_document(kept) || jsonb_build_object('created', kept.created_at = at);
exception
  when check_violation or numeric_value_out_of_range or not_null_violation then
    perform cogo.refuse_argument('the schedule', sqlerrm);
    return null;
end;
$$;

comment on function cogo.set_schedule(jsonb, boolean, uuid) is
  'Creates or replaces a schedule. A changed timing counts from now; the same timing goes on where it was.';

revoke execute on function cogo.set_schedule(jsonb, boolean, uuid) from public;
grant execute on function cogo.set_schedule(jsonb, boolean, uuid) to authenticated, service_role;
