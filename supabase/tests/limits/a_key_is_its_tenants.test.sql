select plan(6);

select tests.as_agent('00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-0000000000a1');
select count(*) from api.enqueue_jobs('[{"type": "demo.a", "concurrency_key": "k"}, {"type": "demo.a", "concurrency_key": "k"}]');
create temporary table hold as select * from api.claim_jobs('worker', 5);
select is((select count(*) from hold), 1::bigint, 'one of a key');
select is((select count(*) from api.claim_jobs('worker', 5)), 0::bigint, 'the other parks');
select tests.as_agent('00000000-0000-4000-8000-00000000000b', '00000000-0000-4000-8000-0000000000b1');
select count(*) from api.enqueue_job('demo.b', concurrency_key => 'k');
select is((select type from api.claim_jobs('worker', 5)), 'demo.b', 'another tenant''s key of the same name is another key');
select tests.as_agent('00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-0000000000a1');
select count(*) from hold, api.complete(array[job_id], array[fence]);
select tests.as_agent('00000000-0000-4000-8000-00000000000b', '00000000-0000-4000-8000-0000000000b1');
select is((select count(*) from api.claim_jobs('worker', 5)), 0::bigint, 'another tenant''s agent does not take what was woken');
select tests.as_agent('00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-0000000000a1');
select is((select count(*) from api.claim_jobs('worker', 5)), 1::bigint, 'its own does');
select tests.lives_clean();

select * from finish();
