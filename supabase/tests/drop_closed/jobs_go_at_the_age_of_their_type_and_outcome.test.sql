select plan(16);

select tests.as_operator();
select tests.fix_random(0.5);
create temporary table job on commit drop as select * from tests.hold('{"type": "demo.a"}');
select count(*) from job, api.complete(array[job.job_id], array[job.fence]);
create temporary table dead on commit drop as select tests.bury() as job_id;
create temporary table cancelled on commit drop as select job_id from api.enqueue_job('demo.a');
select count(*) from cancelled, api.cancel_jobs(array[cancelled.job_id]);
select api.register_job_type('quick.*', keep_succeeded_seconds => 3600, keep_failed_seconds => 7200);
create temporary table quick on commit drop as
  select * from tests.hold('{"type": "quick.a"}');
select count(*) from quick, api.complete(array[quick.job_id], array[quick.fence]);

create temporary table open on commit drop as select job_id from api.enqueue_job('demo.a');
select is(tests.retain('59 minutes') ->> 'jobs', '0', 'nothing goes before its time');
select is(tests.retain('2 minutes') ->> 'jobs', '1', 'a type may keep its jobs for an hour');
select tests.refuses($$ select api.get_job(job_id) from quick $$, 'PT404', 'job_not_found', 'job', 'what is dropped is not there');
select tests.lives_clean();
select is(tests.retain('6 days 22 hours') ->> 'jobs', '0', 'others are kept for a week');
select is(tests.retain('3 hours') ->> 'jobs', '2', 'then what succeeded or was cancelled goes');
select is((select count(*) from dead, api.get_dead_letter(dead.job_id)), 1::bigint, 'what failed stays with its letter');
select is((select tests.history(job_id) from dead), 'enqueued claimed started failed dead_lettered', 'and its history');
select is(tests.retain('22 days') ->> 'jobs', '0', 'for thirty days');
select tests.lives_clean();
select is(tests.retain('1 day 1 hour') ->> 'jobs', '1', 'then it goes, too');
select is_empty($$ select * from api.list_dead_letters() $$, 'with its letter');
select is(tests.retain('1000 days') ->> 'jobs', '0', 'an open job never goes');
select is((select tests.state(job_id) from open), 'queued', 'however old it is');
select tests.as_owner();
select is((select string_agg(distinct job_ids::text, ' ') from cogo.events), (select format('{%s}', job_id) from open), 'the events left are its own');
select tests.lives_clean();

select * from finish();
