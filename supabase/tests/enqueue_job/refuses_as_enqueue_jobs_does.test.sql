select plan(11);

select tests.as_operator();
select tests.refuses($$ select api.enqueue_job('nonsense') $$, 'PT400', 'bad_argument', 'type');
select tests.refuses($$ select api.enqueue_job(null) $$, 'PT400', 'bad_argument', 'type');
select tests.refuses($$ select api.enqueue_job('demo.a', null) $$, 'PT400', 'bad_argument', 'payload');
select tests.refuses($$ select api.enqueue_job('demo.a', '[]') $$, 'PT400', 'bad_argument', 'payload');
select tests.refuses($$ select api.enqueue_job('demo.a', run_at => 'infinity') $$, 'PT400', 'bad_argument', 'run_at');
select tests.refuses($$ select api.enqueue_job('demo.a', max_attempts => 0) $$, 'PT400', 'bad_argument', 'max_attempts');
select tests.refuses($$ select api.enqueue_job('demo.a', after => array[0]) $$, 'PT400', 'bad_argument', 'after');
select tests.refuses($$ select api.enqueue_job('demo.a', after => array[null]::bigint[]) $$, 'PT400', 'bad_argument', 'after');
select tests.refuses($$ select api.enqueue_job('demo.a', executor => 'nobody') $$, 'PT400', 'bad_argument', 'executor');
select lives_ok($$ select api.enqueue_job('demo.a', after => '{}') $$, 'an empty after is none');
select is((select depth from api.queue_stats() where queue_name = 'cogo_default_normal'), 1::bigint, 'and the job is ready');

select * from finish();
