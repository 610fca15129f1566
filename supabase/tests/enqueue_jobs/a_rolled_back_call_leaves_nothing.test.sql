select plan(3);

select tests.as_operator();
savepoint before;
select count(*) from api.enqueue_jobs('[{"type": "demo.a", "idempotency_key": "k"}, {"type": "demo.b", "delay_seconds": 60}]');
rollback to before;
select is_empty('select * from api.list_jobs()', 'no job');
select is_empty($$ select * from api.claim_jobs('worker', 10) $$, 'no work');
select ok((select created from api.enqueue_job('demo.other', idempotency_key => 'k')), 'and the key is free');

select * from finish();
