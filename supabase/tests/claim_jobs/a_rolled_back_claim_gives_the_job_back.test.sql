select plan(3);

select tests.as_operator();
select tests.fix_random(0.5);
create temporary table made on commit drop as select * from api.enqueue_job('demo.a');
savepoint before;
create temporary table lost on commit drop as select * from api.claim_jobs('worker');
select is((select count(*) from lost), 1::bigint, 'the job was claimed');
rollback to before;
select is((select tests.state(job_id) from made), 'queued', 'a killed claim leaves it queued');
select is((select attempt from api.claim_jobs('worker')), 1, 'and it is claimed anew, as its first attempt');

select * from finish();
