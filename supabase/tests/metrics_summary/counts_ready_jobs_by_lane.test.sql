select plan(4);

select tests.as_operator();
select count(*) from api.enqueue_jobs('[
  {"type": "demo.a", "priority": "urgent"}, {"type": "demo.a"}, {"type": "demo.a"}, {"type": "demo.a", "priority": "bulk"},
  {"type": "demo.a", "delay_seconds": 60}, {"type": "quality.lint"}
]');
select tests.move_clock('40 seconds');
create temporary table lane on commit drop as
  select line.*
  from jsonb_array_elements(api.metrics_summary() -> 'now' -> 'lanes') as item,
    jsonb_to_record(item) as line (executor text, priority text, depth bigint, oldest_age_seconds numeric);

select results_eq(
  $$ select priority, depth from lane where executor = 'default' order by depth desc, priority $$,
  $$ values ('normal', 2::bigint), ('bulk', 1), ('urgent', 1) $$,
  'each priority of an executor has its depth'
);
select is((select sum(depth) from lane), 5::numeric, 'a delayed job is in no lane');
select ok((select min(oldest_age_seconds) from lane) between 40 and 50, 'the oldest of a lane has its age');
select is(
  api.metrics_summary() -> 'now' ->> 'queued', '6', 'ready and waiting jobs are queued'
);

select * from finish();
