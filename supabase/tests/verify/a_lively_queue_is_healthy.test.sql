select plan(3);

select tests.as_operator();
select tests.fix_random(0.5);
create temporary table made on commit drop as select * from api.enqueue_jobs('[
  {"type": "demo.a"}, {"type": "demo.b", "priority": "urgent", "idempotency_key": "k"}, {"type": "demo.c", "delay_seconds": 60},
  {"type": "demo.d"}, {"type": "demo.e"}, {"type": "demo.f"}
]');
select count(*) from api.enqueue_job('demo.g', after => (select array_agg(job_id) from made));
create temporary table hold on commit drop as select * from api.claim_jobs('worker', 4, start => true);
select count(*) from (select * from hold order by job_id limit 1) as one, api.complete(array[one.job_id], array[one.fence]);
select count(*) from (select * from hold order by job_id offset 1 limit 1) as one,
  api.fail_jobs(tests.item(one.job_id, one.fence, '{"error": {"class": "permanent", "message": "x"}}'));
select count(*) from (select * from hold order by job_id offset 2 limit 1) as one, api.cancel_jobs(array[one.job_id]);
select is_empty('select * from cogo.verify()', 'every place in use, and every invariant holds');
select is((select count(distinct invariant) from cogo.verify()), 0::bigint, 'no invariant is named');
select tests.move_clock('1 hour');
select cogo.sweep();
select is_empty('select * from cogo.verify()', 'after the sweep as well');

select * from finish();
