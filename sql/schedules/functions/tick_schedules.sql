create function cogo.tick_schedules(fence bigint default null, row_limit integer default 1000)
returns jsonb
language plpgsql
security definer
set search_path = ''
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
set jit = off
as $$
declare
  at timestamptz := cogo.now_();
  due integer := 0;
  started integer := 0;
begin
  if tick_schedules.fence is not null then
    perform cogo.demand_leadership('schedules', tick_schedules.fence, at);
  end if;
  if exists (select from cogo.schedules as schedule where schedule.next_run_at <= at)
    or exists (select from cogo.schedule_runs as run where run.state = 'waiting')
  then
    if tick_schedules.fence is null and not cogo.demand_leadership('schedules', null, at) then
      return jsonb_build_object('leads', false, 'due', 0, 'started', 0);
    end if;
    due := cogo.collect_due_runs(at, tick_schedules.row_limit);
    started := cogo.start_runs(at, null);
  end if;
  return jsonb_build_object('leads', true, 'due', due, 'started', started);
end;
$$;

comment on function cogo.tick_schedules(bigint, integer) is
  'Settles what is due in at most row_limit schedules. Any number may call at once. With a fence: as leader of schedules, refused when the lease is over. Without: steps back while somebody outside leads. Errors: leadership_lost (409).';

revoke execute on function cogo.tick_schedules(bigint, integer) from public;
grant execute on function cogo.tick_schedules(bigint, integer) to service_role;
