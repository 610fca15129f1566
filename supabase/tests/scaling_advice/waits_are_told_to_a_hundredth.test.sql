select plan(2);

select tests.fix_random(0.5);
select tests.move_clock(date_trunc('minute', now()) + interval '1 minute' - now());
select api.enqueue_jobs('[{"type": "demo.a"}, {"type": "demo.a"}]');
select tests.move_clock('3 seconds');
select api.claim_jobs('w', 2);
select cogo.fold_job_metrics(0, (select max(event.id) from cogo.events as event));
select ok(
  (cogo.scaling_advice('default') #>> '{executors,0,wait_p95_ms}')::integer between 2970 and 3200, 'three seconds'
);
select cogo.fold_job_metrics(0, (select max(event.id) from cogo.events as event));
select is(
  cogo.metric_sum('jobs_enqueued', cogo.now_() - interval '1 minute', cogo.now_() + interval '1 minute'), 4::numeric,
  'what is folded later is added'
);

select * from finish();
