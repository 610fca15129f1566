select plan(4);

select tests.as_operator();
select tests.fix_random(0.5);
create temporary table made on commit drop as select * from api.enqueue_job('demo.a');
create temporary table hold on commit drop as select * from api.claim_jobs('worker');

select is((select id from hold), (select id from made), 'a claim names the job as its enqueue did');
select is((select (api.get_job(job_id) ->> 'id')::uuid from hold), (select id from made), 'so does get_job');
select is((select id from api.list_jobs() limit 1), (select id from made), 'so does list_jobs');
select tests.as_owner();
select is((select cogo.uuid_v7(job.created_at, job.id) from cogo.jobs as job join made on made.job_id = job.id), (select id from made), 'and all mean uuid_v7');

select * from finish();
