select plan(4);

select tests.as_operator();
create temporary table held on commit drop as select * from tests.hold();
select api.put_artifact(job_id, fence, 'a.log', 'text/plain', 1, repeat('a', 64)) from held;
create temporary table run on commit drop as select (api.schedule_weekly() ->> 'run_id')::uuid as id;
select count(*) from run, held, api.record_artifacts(jsonb_build_array(jsonb_build_object(
  'run_id', id, 'job_id', job_id, 'name', 'a.log', 'media_type', 'text/plain', 'size_bytes', 1, 'sha256', repeat('a', 64),
  'location', 'local:' || repeat('a', 64))));
select api.complete_jobs(tests.item(job_id, fence)) from held;
select tests.as_owner();
select is((select count(*) from cogo.artifacts), 2::bigint, 'a file of the job, and one of the run');
select tests.retain('400 days');
select is((select count(*) from cogo.jobs as job join held on held.job_id = job.id), 0::bigint, 'the job is gone');
select is((select array_agg(run_id is not null) from cogo.artifacts), '{t}', 'its file went with it, the run''s stays');
select is_empty('select * from cogo.verify_artifacts()', 'and all is well');

select * from finish();
