select plan(5);

select count(*) from api.enqueue_job('demo.a', idempotency_key => 'i', concurrency_key => 'k');
select is((select created from api.enqueue_job('demo.a', idempotency_key => 'i', concurrency_key => 'k')), false, 'the same key is the same job');
select tests.refuses(
  $$ select api.enqueue_job('demo.a', idempotency_key => 'i', concurrency_key => 'other') $$, 'PT409', 'idempotency_conflict', 'jobs[0]'
);
select tests.refuses($$ select api.enqueue_job('demo.a', concurrency_key => '') $$, 'PT400', 'bad_argument', 'concurrency_key');
select tests.refuses($$ select api.enqueue_job('demo.a', concurrency_key => repeat('k', 201)) $$, 'PT400', 'bad_argument', 'concurrency_key');
select lives_ok($$ select api.enqueue_job('demo.a', concurrency_key => repeat('ü', 200)) $$, 'two hundred characters of any kind');

select * from finish();
