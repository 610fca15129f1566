select plan(6);

select tests.as_owner();
select is(cogo.forget_cron_runs(), 0, 'without pg_cron there is nothing to do');
-- As pg_cron has it.
create schema cron;
create table cron.job (jobid bigint, jobname text);
create table cron.job_run_details (jobid bigint, runid bigint, status text, end_time timestamptz);
insert into cron.job values (1, 'cogo: sweep'), (2, 'somebody''s');
select tests.freeze_clock('2026-06-01 12:00:00+00');
insert into cron.job_run_details
select job.jobid, job.jobid * 10 + ran.place, ran.status, cogo.now_() - ran.age from cron.job, (values
  (1, 'succeeded', interval '61 minutes'), (2, 'succeeded', '59 minutes'), (3, 'failed', '6 days'), (4, 'failed', '8 days'), (5, 'running', null)
) as ran (place, status, age);
select is(cogo.forget_cron_runs(), 2, 'a success goes after an hour, a failure after a week');
select is(array(select runid from cron.job_run_details where jobid = 1 order by 1), '{12,13,15}', 'younger ones and one that still runs stay');
select is((select count(*) from cron.job_run_details where jobid = 2), 5::bigint, 'what is not ours stays');
select is(cogo.forget_cron_runs(), 0, 'a repeat finds nothing');
select lives_ok($$ select cogo.run_schedule('cogo: forget cron runs') $$, 'the clock does it');

select * from finish();
