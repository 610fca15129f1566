select plan(3);

select tests.as_operator();
create temporary table first on commit drop as select * from api.enqueue_job('demo.a', '{"n": 1}', 'k');
select tests.move_clock('29 days 23 hours');
select tests.refuses($$ select api.enqueue_job('demo.a', '{"n": 2}', 'k') $$, 'PT409', 'idempotency_conflict', 'idempotency_key');
select tests.move_clock('2 hours');
create temporary table second on commit drop as select * from api.enqueue_job('demo.a', '{"n": 2}', 'k');
select ok((select created from second), 'after thirty days the key makes a new job');
select is(
  (select job_id from api.enqueue_job('demo.a', '{"n": 2}', 'k')), (select job_id from second), 'which it names from then on'
);

select * from finish();
