create function cogo.schedule_weekly(target text, iso_week text, dry boolean, run_number integer)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
begin
  return cogo.open_quality_run('weekly', schedule_weekly.target, schedule_weekly.iso_week, schedule_weekly.dry,
    schedule_weekly.run_number);
end;
$$;

comment on function cogo.schedule_weekly(text, text, boolean, integer) is
  'Opens the quality run of a target and ISO week and enqueues its planner; a repeat returns the first.';

revoke execute on function cogo.schedule_weekly(text, text, boolean, integer) from public;
grant execute on function cogo.schedule_weekly(text, text, boolean, integer) to authenticated, service_role;
