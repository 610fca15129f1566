select plan(9);
select tests.as_operator();

select api.enqueue_jobs('[{"type":"demo.a","concurrency_key":"acct:1"},{"type":"demo.a","concurrency_key":"acct:1"},
  {"type":"demo.a","concurrency_key":"acct:2"},{"type":"demo.a"}]');
create temporary table first_claim as select * from api.claim_jobs('worker', 10);
select is((select count(*)::integer from first_claim), 3, 'one of each key, and the one without');
select is((select count(*)::integer from api.claim_jobs('other', 10)), 0, 'the second of the key waits');
select is((select parked from api.queue_stats() where executor = 'default' and priority = 'normal'), 1::bigint, 'it is parked');
select is(
  (select api.get_job(job_id) ->> 'limited_by' from api.list_jobs('queued') limit 1), 'key', 'and says what keeps it'
);

select api.complete(array[min(job_id)], array[min(fence)]) from first_claim;
create temporary table second_claim as select * from api.claim_jobs('other', 10);
select is((select count(*)::integer from second_claim), 1, 'the end of the first wakes it');
select ok((select job_id from second_claim) = (select min(job_id) + 1 from first_claim), 'it is the next of that key');

select api.register_job_type('wide.*', key_limit => 2);
select api.enqueue_jobs('[{"type":"wide.a","concurrency_key":"x"},{"type":"wide.a","concurrency_key":"x"},{"type":"wide.a","concurrency_key":"x"}]');
select is((select count(*)::integer from api.claim_jobs('other', 10)), 2, 'a type may allow more');

select tests.refuses($$ select api.enqueue_job('demo.a', '{}') from api.enqueue_jobs('[{"type":"demo.a","concurrency_key":7}]') $$,
  'PT400', 'bad_argument', 'concurrency_key');
select tests.lives_clean();
select * from finish();
