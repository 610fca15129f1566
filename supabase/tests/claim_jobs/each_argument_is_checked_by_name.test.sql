select plan(9);

select tests.as_operator();
select tests.refuses($$ select api.claim_jobs(null) $$, 'PT400', 'bad_argument', 'worker');
select tests.refuses($$ select api.claim_jobs('') $$, 'PT400', 'bad_argument', 'worker');
select tests.refuses($$ select api.claim_jobs(repeat('w', 201)) $$, 'PT400', 'bad_argument', 'worker');
select tests.refuses($$ select api.claim_jobs('worker', 0) $$, 'PT400', 'bad_argument', 'want');
select tests.refuses($$ select api.claim_jobs('worker', -1) $$, 'PT400', 'bad_argument', 'want');
select tests.refuses($$ select api.claim_jobs('worker', 1001) $$, 'PT400', 'bad_argument', 'want');
select tests.refuses($$ select api.claim_jobs('worker', null) $$, 'PT400', 'bad_argument', 'want');
select tests.refuses($$ select api.claim_jobs('worker', 1, null) $$, 'PT400', 'bad_argument', 'executor');
select lives_ok($$ select api.claim_jobs('worker', 1, 'default', null) $$, 'no start means not to start');

select * from finish();
