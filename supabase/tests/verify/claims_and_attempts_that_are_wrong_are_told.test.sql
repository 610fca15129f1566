-- breaks: it damages rows on purpose
select plan(13);

select tests.fix_random(0.5);
create temporary table dead on commit drop as select * from tests.hold('{"type": "demo.a", "idempotency_key": "k"}');
select count(*) from dead, api.fail_jobs(tests.item(dead.job_id, dead.fence, '{"error": {"class": "transient", "message": "x"}, "retry_in_seconds": 0}'));
create temporary table second on commit drop as select * from api.claim_jobs('worker', 1, start => true);
select count(*) from second, api.fail_jobs(tests.item(second.job_id, second.fence, '{"error": {"class": "permanent", "message": "x"}}'));
create temporary table again on commit drop as select * from tests.hold('{"type": "demo.b"}');
select count(*) from again, api.release_jobs(tests.item(again.job_id, again.fence));
create temporary table hold on commit drop as select * from api.claim_jobs('worker', 1, start => true);
select is_empty('select * from cogo.verify()', 'healthy before');

select tests.verify_tells('update cogo.claims set open = 2', 'a claim counts the jobs it holds', 'a claim that counts one too many');
select tests.verify_tells('delete from cogo.claims', 'a claim counts the jobs it holds', 'a hold whose claim is lost');
select tests.verify_tells(
  $$ insert into cogo.claims (claimed_at, lease_expires_at, lease_seconds, open, worker) values (cogo.now_(), cogo.now_(), 60, 1, 'ghost') $$,
  'a claim counts the jobs it holds', 'a claim that holds nothing'
);
select tests.verify_tells(
  $$ update cogo.held set started_at = claim.claimed_at - interval '1 second' from cogo.claims as claim where claim.fence = held.fence $$,
  'a job runs after it was claimed', 'a job that ran before its claim'
);
select tests.verify_tells(
  $$ insert into cogo.attempts (job_id, fence, finished_at, attempt, final, outcome) select job_id, fence, cogo.now_(), 1, false, 'released' from hold $$,
  'no hold outlives its end', 'a hold that has ended and is held'
);
select tests.verify_tells(
  $$ update cogo.attempts set attempt = 9 where outcome = 'retried' $$, 'fences grow from attempt to attempt', 'attempts that count down'
);
select tests.verify_tells(
  $$ update cogo.attempts set fence = fence + 1000 where outcome = 'released' $$,
  'a held job has a newer fence than its past', 'a hold older than its past'
);
select tests.verify_tells(
  $$ insert into cogo.attempts (job_id, fence, finished_at, attempt, final, outcome) select job_id, 999, cogo.now_(), 3, true, 'succeeded' from dead $$,
  'a job has one final attempt at most', 'a job closed twice'
);
select tests.verify_tells('delete from cogo.dead_letters', 'a dead letter is a failed job and the other way round', 'a failed job without a dead letter');
select tests.verify_tells(
  'update cogo.dead_letters set job_id = hold.job_id from hold',
  'a dead letter is a failed job and the other way round', 'a dead letter of a job that lives'
);
select tests.verify_tells('update cogo.idempotency_keys set job_id = 999999', 'an idempotency key names a job', 'a key that names no job');
select is_empty('select * from cogo.verify()', 'healthy after');

select * from finish();
