create function cogo.scheduler_status()
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  at timestamptz := cogo.now_();
begin
  return jsonb_build_object(
    'at', at,
    'leaders', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'name', leader.name, 'holder', leader.holder, 'fence', leader.fence, 'is_live', cogo.lease_is_live(leader, at),
        'taken_at', leader.taken_at, 'renewed_at', leader.renewed_at, 'lease_expires_at', leader.lease_expires_at,
        'terms', leader.fence, 'renewals', leader.renewals, 'lost_leases', leader.lost_leases,
        'longest_gap_seconds', extract(epoch from leader.longest_gap),
        'longest_renewal_seconds', extract(epoch from leader.longest_renewal)
      ) order by leader.name), '[]')
      from cogo.leaders as leader
    ),
    'schedules', (
      select jsonb_build_object(
        'count', count(*), 'paused', count(*) filter (where schedule.paused),
        'due', count(*) filter (where schedule.next_run_at <= at),
        'next_run_at', min(schedule.next_run_at),
        'overdue_seconds', round(greatest(extract(epoch from at - min(schedule.next_run_at)), 0), 3)
      )
      from cogo.schedules as schedule
    ),
    'waiting_runs', (select count(*) from cogo.schedule_runs as run where run.state = 'waiting'),
    'last_hour', (
      select jsonb_build_object(
        'started', count(*) filter (where run.state = 'started'), 'failed', count(*) filter (where run.state = 'failed'),
        'skipped', coalesce(sum(run.covers) filter (where run.state = 'skipped'), 0),
        'lag_ms', cogo.spread(array_agg(cogo.milliseconds(run.planned_at, run.settled_at)) filter (where run.state = 'started'))
      )
      from cogo.schedule_runs as run where run.settled_at > at - interval '1 hour'
    )
  );
end;
$$;

comment on function cogo.scheduler_status() is
  'Who leads and the figures of the lease, how many schedules are due, and how late runs of the last hour started.';

revoke execute on function cogo.scheduler_status() from public;
grant execute on function cogo.scheduler_status() to service_role;
