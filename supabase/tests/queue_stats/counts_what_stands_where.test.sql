select plan(3);

select tests.as_operator();
select tests.fix_random(0.5);
select results_eq(
  $$ select count(*), sum(depth), sum(held), sum(waiting), sum(blocked), sum(oldest_age_seconds) from api.queue_stats() $$,
  $$ values (12::bigint, 0::numeric, 0::numeric, 0::numeric, 0::numeric, null::float) $$, 'twelve lanes with nothing in them have no age'
);
create temporary table hold on commit drop as select * from tests.hold();
create temporary table made on commit drop as select * from api.enqueue_jobs('[
  {"type": "demo.a"}, {"type": "demo.a"}, {"type": "demo.a", "delay_seconds": 600}, {"type": "demo.a", "priority": "bulk"}, {"type": "quality.lint"}
]');
select count(*) from api.enqueue_job('demo.a', after => (select array[job_id] from hold));
select tests.move_clock('10 seconds');
select results_eq(
  $$ select executor, priority, depth, held, waiting, blocked from api.queue_stats() where depth + held + waiting + blocked > 0 order by queue_name $$,
  $$ values ('default', 'bulk', 1::bigint, 0::bigint, 0::bigint, 0::bigint), ('default', 'normal', 2, 1, 1, 1), ('quality', 'normal', 1, 0, 0, 0) $$,
  'each job is counted in its lane and place'
);
select ok((select oldest_age_seconds between 10 and 40 from api.queue_stats() where queue_name = 'cogo_default_normal'), 'the age of the oldest');

select * from finish();
