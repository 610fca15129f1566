select plan(3);

select tests.as_operator();
select is_empty($$ select * from api.claim_jobs('worker', 10) $$, 'an empty queue');
select is_empty($$ select * from api.claim_jobs('worker', 10, 'nobody') $$, 'an executor that has no lanes');
select tests.as_owner();
select is_empty('select * from cogo.claims', 'no claim is opened for nothing');

select * from finish();
