create function cogo.check_schedule(schedule cogo.schedules)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  starts text := case when schedule.workflow is null then 'job' else 'workflow' end;
  body jsonb := coalesce(schedule.workflow, schedule.job);
  field text;
begin
  perform cogo.check_time_zone(schedule.time_zone);
  if cogo.next_due(schedule, schedule.anchor - interval '1 second') is null then
    perform cogo.refuse_argument(
      case when schedule.cron is null then 'every_seconds' else 'cron' end, 'no time matches it between starts_at and ends_at'
    );
  end if;

  if jsonb_typeof(body) <> 'object' then
    perform cogo.refuse_argument(starts, 'it must be an object');
  end if;
  select key into field from jsonb_object_keys(body) as key
  where key in ('idempotency_key', 'tenant_id', 'run_at', 'delay_seconds', 'after') limit 1;
  if field is not null then
    perform cogo.refuse_argument(starts, format('%s may not be given: the schedule sets it', field));
  end if;
  -- Whether it can be started is best told by starting it, and taking that back.
  begin
    perform cogo.start_bodies(starts, jsonb_build_array(
      cogo.fill_template(body, schedule.name, cogo.now_())
        || case when cogo.caller_tenant() is null then jsonb_build_object('tenant_id', schedule.tenant_id) else '{}' end
    ));
    raise sqlstate 'CG000';
  exception
    -- PGRST: a full queue, as it is raised over HTTP.
    when sqlstate 'CG000' or sqlstate 'PT429' or sqlstate 'PT503' or sqlstate 'PGRST' then null;
  end;
end;
$$;

comment on function cogo.check_schedule(cogo.schedules) is
  'Refuses a schedule that never runs, or whose job or workflow could not be started today. Errors: bad_argument (400) and those of enqueue_jobs and start_workflows.';

revoke execute on function cogo.check_schedule(cogo.schedules) from public;
