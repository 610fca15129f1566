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
  if not exists (select from pg_catalog.pg_timezone_names as zone where zone.name = schedule.time_zone) then
    perform cogo.refuse_argument('time_zone', format('%L is no IANA time zone, such as Europe/Berlin', left(schedule.time_zone, 60)));
  end if;
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
      replace(replace(body::text, '{"$ref": "due_at"}', to_jsonb(cogo.now_())::text), '{"$ref": "schedule"}', to_jsonb(schedule.name)::text)::jsonb
        || case when cogo.caller_tenant() is null then jsonb_build_object('tenant_id', schedule.tenant_id) else '{}' end
    ));
    raise sqlstate 'CG000';
  exception
    when sqlstate 'CG000' or sqlstate 'PT429' or sqlstate 'PT503' then null;
  end;
end;
$$;

comment on function cogo.check_schedule(cogo.schedules) is
  'Refuses a schedule that never runs, or whose job or workflow could not be started today. Errors: bad_argument (400) and those of enqueue_jobs and start_workflows.';

revoke execute on function cogo.check_schedule(cogo.schedules) from public;
