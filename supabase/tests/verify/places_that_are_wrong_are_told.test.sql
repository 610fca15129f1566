-- breaks: it damages rows on purpose
select plan(15);

select tests.fix_random(0.5);
create temporary table ready on commit drop as select job_id from api.enqueue_job('demo.a');
create temporary table hold on commit drop as select * from tests.hold('{"type": "demo.b", "priority": "urgent"}');
create temporary table needs on commit drop as
  select made.job_id from hold, api.enqueue_job('demo.c', after => array[hold.job_id]) as made;
select is_empty('select * from cogo.verify()', 'healthy before');

select tests.verify_tells('delete from pgmq.q_cogo_default_normal', 'a job stands in exactly one place', 'a message is lost');
select tests.verify_tells(
  'insert into pgmq.q_cogo_default_normal (vt, message) select vt, message from pgmq.q_cogo_default_normal',
  'a job stands in exactly one place', 'a message stands twice'
);
select tests.verify_tells(
  'insert into cogo.waiting (job_id, run_at, attempt) select job_id, cogo.now_(), 1 from ready',
  'a job stands in exactly one place', 'a ready job also waits'
);
select tests.verify_tells('delete from cogo.held', 'a job stands in exactly one place', 'a hold is lost');
select tests.verify_tells(
  'insert into cogo.blocked (job_id) select job_id from hold', 'a job stands in exactly one place', 'a held job is also blocked'
);
select tests.verify_tells(
  'insert into cogo.attempts (job_id, fence, finished_at, attempt, final, outcome) select job_id, 999, cogo.now_(), 1, true, ''succeeded'' from ready',
  'a job stands in exactly one place', 'a closed job is still ready'
);
select tests.verify_tells('delete from cogo.jobs using ready where id = ready.job_id', 'a place belongs to a job', 'a message without a job');
select tests.verify_tells(
  'insert into cogo.waiting (job_id, run_at, attempt) values (999999, cogo.now_(), 1)', 'a place belongs to a job', 'a wait without a job'
);
select tests.verify_tells('update cogo.held set attempt = 6', 'attempts count up to their limit', 'a sixth attempt of five');
select tests.verify_tells(
  $$ update pgmq.q_cogo_default_normal set message = message || '{"attempt": 6}' $$, 'attempts count up to their limit', 'the same in a lane'
);
select tests.verify_tells('insert into pgmq.q_cogo_default_normal (msg_id, vt, message) overriding system value select 0, vt, message from pgmq.q_cogo_default_normal', 'a ready message lies above its lane''s floor', 'a message below the floor');
select tests.verify_tells(
  'with gone as (delete from pgmq.q_cogo_default_normal returning vt, message) insert into pgmq.q_cogo_default_bulk (vt, message) select vt, message from gone',
  'a job waits in the lane it was routed to', 'a message in another lane'
);
select tests.verify_tells(
  $$ set local session_replication_role = replica; delete from cogo.blocked; set local session_replication_role = origin $$,
  'a dependency blocks a blocked job', 'a dependency of a job that is not blocked'
);
select is_empty('select * from cogo.verify()', 'healthy after');

select * from finish();
