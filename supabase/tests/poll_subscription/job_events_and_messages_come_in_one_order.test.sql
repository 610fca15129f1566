select plan(8);

select tests.as_agent('00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-0000000000a1');
select api.subscribe('all', '{tenant.00000000-0000-4000-8000-00000000000a.>}');
select api.subscribe('done', '{tenant.00000000-0000-4000-8000-00000000000a.agent.cogo.demo.job_succeeded}');
select api.publish('[{"type": "demo.before"}]');
select api.enqueue_jobs('[{"type": "demo.a"}, {"type": "demo.a"}, {"type": "other.a"}]');
create temporary table hold on commit drop as select * from api.claim_jobs('worker', 3, start => true);
select api.publish('[{"type": "demo.between"}]');
select count(*) from api.complete((select array_agg(job_id) from hold), (select array_agg(fence) from hold));
select tests.as_agent('00000000-0000-4000-8000-00000000000b', '00000000-0000-4000-8000-0000000000b1');
select api.publish('[{"type": "demo.foreign"}]');
select api.enqueue_jobs('[{"type": "demo.a"}]');
select tests.as_agent('00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-0000000000a1');

create temporary table polled on commit drop as select * from tests.poll('all');
select is(
  (select types from polled),
  'demo.before job_enqueued job_enqueued job_enqueued job_claimed job_claimed job_claimed job_started job_started job_started demo.between job_succeeded job_succeeded job_succeeded',
  'in the order in which they happened, and nothing of another tenant'
);
select is((select types from tests.poll('all')), null, 'a second consumer gets nothing while the batch is in hand');
select is(api.ack_subscription('all', (select fence from polled)) ->> 'outcome', 'acked', 'acknowledged');
select is((select types from tests.poll('all')), null, 'it is read to the end');

create temporary table three on commit drop as select * from tests.poll('done', 1);
select is((select types from three), 'job_succeeded', 'a batch may end within an event of several jobs');
select api.ack_subscription('done', (select fence from three));
create temporary table four on commit drop as select * from tests.poll('done', 9);
select is((select types from four), 'job_succeeded', 'and goes on there, without other prefixes');
select isnt((select ids from three), (select ids from four), 'with the other job');
select tests.as_owner();
select is_empty(
  $$ select fault.* from unnest((select ids from polled)) as id, cogo.message_violations(cogo.message_by_id(id)) as fault $$,
  'each is a valid message, found again by its id'
);

select * from finish();
