select plan(4);

select tests.as_operator();
create temporary table early on commit drop as select * from tests.hold();
select api.put_artifact(job_id, fence, 'a.log', 'text/plain', 1, repeat('a', 64)) from early;
select api.release_jobs(tests.item(job_id, fence)) from early;
create temporary table late on commit drop as select claimed.job_id, claimed.fence from api.claim_jobs('two', 1) as claimed;
select is((select job_id from late), (select job_id from early), 'the job is held again');
select is(
  (select api.put_artifact(job_id, fence, 'a.log', 'text/plain', 2, repeat('b', 64)) ->> 'outcome' from late), 'replaced',
  'the later hold replaces the file'
);
select tests.refuses(
  format($$ select api.put_artifact(%s, %s, 'a.log', 'text/plain', 1, repeat('a', 64)) $$, job_id, fence),
  'PT409', 'lease_lost', 'you do not hold it', 'the earlier one comes too late'
) from early;
select is(api.list_artifacts(job_id) #>> '{0,sha256}', repeat('b', 64), 'and changes nothing') from late;

select tests.as_owner();
select * from finish();
