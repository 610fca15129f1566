-- breaks: it damages rows on purpose
select plan(13);

select tests.fix_random(0.5);
create temporary table done on commit drop as select * from tests.hold();
select count(*) from done, api.complete(array[done.job_id], array[done.fence]);
create temporary table hold on commit drop as select * from tests.hold();
select is_empty('select * from cogo.verify()', 'healthy before');

select tests.verify_tells(
  $$ delete from cogo.events using done where type = 'job_started' and job_ids = array[done.job_id] $$,
  'events tell only allowed transitions', 'a transition left out'
);
select tests.verify_tells(
  $$ update cogo.events set type = 'job_claimed' from done where type = 'job_enqueued' and job_ids = array[done.job_id] $$,
  'events tell only allowed transitions', 'a job that begins with a claim'
);
select tests.verify_tells(
  $$ insert into cogo.events (ts, type, job_ids) select ts, type, job_ids from cogo.events where type = 'job_succeeded' $$,
  'events tell only allowed transitions', 'an event told twice'
);
select tests.verify_tells(
  $$ insert into cogo.events (ts, type, job_ids) select cogo.now_(), 'job_claimed', array[job_id] from done $$,
  'events tell only allowed transitions', 'an event after the end'
);
select tests.verify_tells(
  $$ delete from cogo.events where type = 'job_succeeded' $$, 'the last event tells the state', 'an end without its event'
);
select tests.verify_tells(
  'delete from cogo.events using hold where job_ids = array[hold.job_id]', 'the last event tells the state', 'a job without any event'
);
select tests.verify_tells('update cogo.held set started_at = null', 'the last event tells the state', 'a state that nothing told');
select tests.verify_tells(
  $$ delete from cogo.events where type = 'job_succeeded' $$,
  'each attempt has its ending event and no other exists', 'an attempt without its ending'
);
select tests.verify_tells(
  $$ insert into cogo.events (ts, type, job_ids) select cogo.now_(), 'job_released', array[job_id] from hold $$,
  'each attempt has its ending event and no other exists', 'an ending without its attempt'
);
select is_empty('select * from cogo.verify()', 'healthy after');

create temporary table dead on commit drop as select * from tests.hold();
select count(*) from dead, api.fail_jobs(tests.item(dead.job_id, dead.fence, '{"error": {"class": "permanent", "message": "no"}}'));
select tests.verify_tells(
  $$ delete from cogo.events where type = 'job_dead_lettered' $$, 'each dead letter is told once', 'a dead letter without its event'
);
select tests.verify_tells(
  $$ insert into cogo.events (ts, type, job_ids) select ts, type, job_ids from cogo.events where type = 'job_dead_lettered' $$,
  'each dead letter is told once', 'a dead letter told twice'
);

select * from finish();
