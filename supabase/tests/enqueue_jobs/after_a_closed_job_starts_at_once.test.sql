select plan(3);

select tests.as_operator();
select tests.fix_random(0.5);
create temporary table done on commit drop as select * from tests.hold();
select count(*) from done, api.complete(array[done.job_id], array[done.fence]);
create temporary table next on commit drop as
  select made.job_id from done, api.enqueue_job('demo.b', after => array[done.job_id, done.job_id]) as made;
select is((select job_id from api.claim_jobs('worker')), (select job_id from next), 'what is closed already blocks nothing');

create temporary table later on commit drop as
  select made.job_id from done, api.enqueue_job('demo.c', after => array[done.job_id], run_at => cogo.now_() + interval '1 hour') as made;
select is_empty($$ select * from api.claim_jobs('worker') $$, 'a time given beside it holds all the same');
select tests.move_clock('61 minutes');
select is((select job_id from api.claim_jobs('worker')), (select job_id from later), 'and when it has come the job runs');

select * from finish();
