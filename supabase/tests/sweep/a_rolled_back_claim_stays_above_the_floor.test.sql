-- commits: a floor is a sequence, which no rollback takes back
select plan(0);

select tests.fix_random(0.5);
select count(*) from api.enqueue_job('demo.a');
select cogo.sweep();
begin;
select count(*) from api.claim_jobs('worker');
select cogo.sweep();
rollback;
select is_empty('select * from cogo.verify()', 'the message that came back lies above the floor');
select is((select type from api.claim_jobs('worker')), 'demo.a', 'and is found');

select count(*) from api.enqueue_job('demo.b', priority => 'bulk');
select cogo.sweep();
begin;
select count(*) from api.cancel_jobs((select array_agg(job_id) from api.list_jobs('queued')));
select cogo.sweep();
rollback;
select is_empty('select * from cogo.verify()', 'the same for a cancel that was taken back');
select is((select type from api.claim_jobs('worker')), 'demo.b', 'its job is found');

select * from finish();
