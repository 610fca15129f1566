create function cogo.schedule_weekly(target text, iso_week text, dry boolean, run_number integer)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  tenant uuid := coalesce(cogo.caller_tenant(), cogo.default_tenant());
  week text := cogo.resolve_iso_week(schedule_weekly.iso_week);
  run cogo.quality_runs;
  is_new boolean := false;
begin
  perform cogo.check_quality_target(schedule_weekly.target);
  if schedule_weekly.run_number is null or schedule_weekly.run_number not between 1 and 10000 then
    raise sqlstate 'PT400' using
      message = 'Cannot schedule a quality run: run_number must be from 1 to 10000',
      detail = 'bad_argument',
      hint = 'Leave run_number out for the week''s first run; take the latest one plus 1 to run again.';
  end if;

  if not schedule_weekly.dry then
    -- A second caller waits here for the first one's commit and then finds its row.
    insert into cogo.quality_runs (tenant_id, iso_week, target, run_number, created_at)
    values (tenant, week, schedule_weekly.target, schedule_weekly.run_number, cogo.now_())
    on conflict do nothing
    returning * into run;
    is_new := run.id is not null;
  end if;

  if is_new then
    run := cogo.enqueue_decide(run);
  else
    select * into run from cogo.quality_runs as known
    where known.tenant_id = tenant and known.iso_week = week
      and known.target = schedule_weekly.target and known.run_number = schedule_weekly.run_number;
  end if;

  return jsonb_build_object(
    'run_id', run.id,
    'job_id', run.decide_job_id,
    'created', is_new,
    'iso_week', week,
    'target', schedule_weekly.target,
    'run_number', schedule_weekly.run_number,
    'latest_run_number', (
      select max(known.run_number) from cogo.quality_runs as known
      where known.tenant_id = tenant and known.iso_week = week and known.target = schedule_weekly.target
    ),
    'dry', schedule_weekly.dry,
    'verdict', run.verdict,
    'plan', jsonb_build_array('orchestrator.decide', 'quality.lint', 'quality.check', 'quality.test',
      'quality.aggregate')
  );
end;
$$;

comment on function cogo.schedule_weekly(text, text, boolean, integer) is
  'Opens the quality run of a target and ISO week and enqueues its planner; a repeat returns the first.';

revoke execute on function cogo.schedule_weekly(text, text, boolean, integer) from public;
grant execute on function cogo.schedule_weekly(text, text, boolean, integer) to authenticated, service_role;
