select plan(12);

create function pg_temp.sum(metric text) returns numeric language sql as $$
  select cogo.metric_sum(metric, cogo.now_() - interval '1 hour', cogo.now_() + interval '1 minute');
$$;
create function pg_temp.total(name text) returns text language sql as $$
  select string_agg(concat_ws(' ', nullif(counted.labels, '{}'), counted.total), ', ' order by counted.labels) from cogo.call_totals as counted where counted.name = total.name;
$$;
create function pg_temp.fold() returns void language sql as $$
  select cogo.fold_metric_notes(cogo.now_());
$$;

select tests.fix_random(0.5);
-- A sequence is not rolled back: what other files renewed on this server is counted first.
select pg_temp.fold();
create temporary table before as select pg_temp.sum('leases_renewed') as renewed, coalesce(pg_temp.total('lease_renewals'), '0')::numeric as total;
create temporary table hold as select * from tests.hold();
select api.renew_claims(array[fence, fence + 1000]) from hold;
select api.renew_claims(array[fence]) from hold;
select pg_temp.fold(), pg_temp.fold();
select is((select pg_temp.sum('leases_renewed') - renewed from before), 2::numeric, 'renewals of leases that are held');
select is((select pg_temp.total('lease_renewals')::numeric - total from before), 2::numeric, 'since the beginning as well');

-- The worker falls silent, comes back too late, and is refused by every door.
select tests.move_clock('5 minutes');
select cogo.sweep();
create temporary table second as select * from api.claim_jobs('w2', 1, start => true);
select is((select outcome from hold, api.complete_jobs(tests.item(hold.job_id, hold.fence))), 'lease_lost', 'who comes too late is refused');
select api.fail_jobs(tests.item(job_id, fence, '{"error": {"class": "transient", "message": "x"}}')), api.release_jobs(tests.item(job_id, fence)),
  api.start_jobs(tests.item(job_id, fence)), api.complete(array[job_id], array[fence]) from hold;
select api.complete(array[job_id], array[fence]) from second;
select api.complete(array[job_id], array[fence]) from second;
select pg_temp.fold(), pg_temp.fold();
select is(pg_temp.sum('claim_conflicts'), 5::numeric, 'each refusal is a conflict; a repeated success is none');
select is(pg_temp.total('claim_conflicts'), '5', 'since the beginning as well');

select tests.bury('{"type": "demo.a"}'), tests.bury('{"type": "demo.a"}', '{"class": "validation", "message": "x"}');
select cogo.fold_job_metrics(0, (select max(event.id) from cogo.events as event));
select is(pg_temp.sum('leases_expired'), 1::numeric, 'the hold that fell silent');
select is(pg_temp.total('lease_expiries'), '1', 'since the beginning as well');
select is(
  pg_temp.total('dead_letters'),
  '{"stage": "exec", "reason": "policy_violation"} 1, {"stage": "input", "reason": "validation_failed"} 1', 'dead letters by stage and reason'
);

select api.set_schedule('often', every_seconds => 60, job => '{"type": "demo.a"}');
select tests.move_clock('90 seconds');
select cogo.tick_schedules();
select pg_temp.fold(), pg_temp.fold();
select is(pg_temp.sum('schedule_runs'), 1::numeric, 'a run of a schedule');
select is(pg_temp.sum('schedule_late'), 0::numeric, 'not later than a minute');
select ok(cogo.metric_quantile('schedule_lag', 0.95, cogo.now_() - interval '1 hour', cogo.now_() + interval '1 minute') between 29000 and 32000, 'half a minute late');
select is(pg_temp.total('schedule_runs'), '{"state": "started"} 1', 'by state');

select * from finish();
