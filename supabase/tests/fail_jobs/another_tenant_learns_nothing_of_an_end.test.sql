select plan(3);

create temporary table ended (job_id bigint, fence bigint) on commit drop;
grant all on ended to public;
select tests.fix_random(0.5);
select tests.as_agent('00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-0000000000a1');
insert into ended select * from tests.hold();
select count(*) from ended, api.fail_jobs(tests.item(ended.job_id, ended.fence, '{"error": {"class": "permanent", "message": "x"}}'));
select tests.as_agent('00000000-0000-4000-8000-00000000000b', '00000000-0000-4000-8000-0000000000b1');
select is(
  (select outcome from ended, api.fail_jobs(tests.item(ended.job_id, ended.fence, '{"error": {"class": "permanent", "message": "x"}}'))),
  'lease_lost', 'fail_jobs'
);
select is((select outcome from ended, api.release_jobs(tests.item(ended.job_id, ended.fence))), 'lease_lost', 'release_jobs');
select is(
  api.work('worker', (select tests.item(job_id, fence, '{"outcome": "failed", "error": {"class": "permanent", "message": "x"}}') from ended)) #>> '{finished,0,outcome}',
  'lease_lost', 'work'
);

select * from finish();
