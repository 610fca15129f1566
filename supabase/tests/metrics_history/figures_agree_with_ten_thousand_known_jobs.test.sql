-- 10,000 jobs of two tenants and two types, mixed in each batch, whose waits and runs are known, through the real RPCs.
select plan(12);

create temporary table truth (tenant uuid, type text, wait_ms double precision, run_ms double precision, fate text);
select tests.fix_random(0.5);
select tests.freeze_clock('2026-03-04 10:00:00.5+00');
do $$
declare
  batch jsonb := (
    select jsonb_agg(jsonb_build_object(
      'type', case when nth % 2 = 0 then 'demo.even' else 'demo.odd' end,
      'tenant_id', case when nth % 4 < 2 then 'aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa' else 'bbbbbbbb-bbbb-4bbb-8bbb-bbbbbbbbbbbb' end
    ) order by nth) from generate_series(1, 100) as nth
  );
  taken record;
  wait_ms double precision;
  run_ms double precision;
begin
  for nth in 1..100 loop
    -- From 20 ms to 40 s, far more short than long.
    wait_ms := round(20 * power(2000, (nth * 37 % 100) / 99.0));
    run_ms := round(3 * power(5000, (nth * 53 % 100) / 99.0));
    perform api.enqueue_jobs(batch);
    update tests.clock set moved = moved + make_interval(secs => wait_ms / 1000);
    select array_agg(claimed.job_id order by claimed.job_id) as jobs, array_agg(claimed.fence) as fences into taken
    from api.claim_jobs('w', 100, start => true) as claimed;
    update tests.clock set moved = moved + make_interval(secs => run_ms / 1000);
    perform api.complete(taken.jobs[1:90], taken.fences[1:90]);
    perform api.fail_jobs((
      select jsonb_agg(jsonb_build_object('job_id', job_id, 'fence', taken.fences[1], 'error', jsonb_build_object('class', 'permanent', 'message', 'x')))
      from unnest(taken.jobs[91:100]) as job_id
    ));
    insert into truth
    select job.tenant_id, job.type, wait_ms, run_ms, case when job.id = any(taken.jobs[91:100]) then 'failed' else 'succeeded' end
    from cogo.jobs as job where job.id = any(taken.jobs);
  end loop;
end $$;
-- In four rounds, as several minutes lie in one and one minute in several.
select cogo.fold_job_metrics(quarter * last / 4, (quarter + 1) * last / 4)
from (select max(event.id) as last from cogo.events as event) as known, generate_series(0, 3) as quarter;

create function pg_temp.sum(metric text, tenant uuid default null) returns bigint language sql as $$
  select cogo.metric_sum(metric, '2026-03-04 09:00+00', '2026-03-05 09:00+00', tenant)::bigint;
$$;
select is(pg_temp.sum('jobs_enqueued'), 10000::bigint, 'enqueued');
select is(pg_temp.sum('jobs_claimed'), 10000::bigint, 'claimed');
select is(pg_temp.sum('jobs_started'), 10000::bigint, 'started');
select is(pg_temp.sum('jobs_succeeded'), 9000::bigint, 'succeeded');
select is(pg_temp.sum('jobs_failed'), 1000::bigint, 'failed');
select is(pg_temp.sum('jobs_dead_lettered'), 1000::bigint, 'dead');
select results_eq(
  $$ select series.tenant_id, series.labels ->> 'type', sum((line.counts ->> 'succeeded')::bigint), coalesce(sum((line.counts ->> 'failed')::bigint), 0)
    from cogo.metric_rows as line join cogo.metric_series as series using (series_id) where series.name = 'jobs' group by 1, 2 order by 1, 2 $$,
  $$ select tenant, type, count(*) filter (where fate = 'succeeded')::numeric, count(*) filter (where fate = 'failed')::numeric from truth group by 1, 2 order by 1, 2 $$,
  'each of its tenant and type, though one event names jobs of all'
);

create temporary table told as
select
  metric, q, tenant,
  cogo.metric_quantile(metric, q, '2026-03-04 09:00+00', '2026-03-05 09:00+00', tenant) as told,
  (
    select percentile_disc(q) within group (order by case metric when 'wait' then wait_ms else run_ms end)
    from truth where each.tenant is null or truth.tenant = each.tenant
  ) as true_ms
from unnest(array['wait', 'run']) as metric, unnest(array[0.5, 0.95, 0.99]) as q,
  (values (null::uuid), ('aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa')) as each (tenant);
select is_empty(
  $$ select * from told where (told between true_ms * 0.98 and true_ms * 1.02) is not true $$,
  'p50, p95 and p99 of wait and run are within 2 %, of all and of one tenant'
);
select is((select count(*) from told), 12::bigint, 'all twelve');
select results_eq(
  $$ select * from cogo.metric_share_within('wait', 5000, '2026-03-04 09:00+00', '2026-03-05 09:00+00') $$,
  $$ select count(*) filter (where wait_ms <= 5000)::numeric, count(*)::numeric from truth $$,
  'how many waited no longer than five seconds'
);
select results_eq(
  $$ select total.name, (select sum(one)::bigint from unnest(total.buckets) as one), round(total.ms) from cogo.time_totals as total order by 1 $$,
  $$ select 'run', 10000::bigint, round(sum(run_ms)) from truth union all select 'wait', 10000, round(sum(wait_ms)) from truth $$,
  'the histograms hold them all'
);
select results_eq(
  $$ select sum(total.buckets[place])::bigint from cogo.time_totals as total, generate_series(1, 8) as place where total.name = 'wait' $$,
  $$ select count(*) filter (where wait_ms <= 1000) from truth $$,
  'and a bucket those within its limit'
);

select * from finish();
