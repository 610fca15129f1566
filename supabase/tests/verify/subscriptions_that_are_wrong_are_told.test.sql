-- breaks: it damages rows on purpose
select plan(12);

select tests.fix_random(0.5);
select api.subscribe('s', '{>}', max_attempts => 5);
select api.publish('[{"type": "a.one"}, {"type": "a.two"}]');
create temporary table polled on commit drop as select * from tests.poll('s');
select api.ack_subscription('s', fence, jsonb_build_array(jsonb_build_object('id', ids[1]))) from polled;
select api.publish('[{"type": "a.three"}]');
create temporary table next on commit drop as select * from tests.poll('s');
select api.enqueue_jobs('[{"type": "demo.a"}]');
create temporary table asked on commit drop as select (api.request('ask.a') ->> 'request_id')::uuid as id;
select api.request('ask.b', timeout_seconds => 600, cause => id) from asked;
select tests.settle();
select is_empty('select * from cogo.verify()', 'healthy before');

select tests.verify_tells('update cogo.subscriptions set position_id = position_id + 1000', 'a cursor stays below the settled number', 'a cursor that ran ahead');
select tests.verify_tells('update cogo.subscriptions set acked_fence = fence', 'a batch in hand is under the newest fence', 'a batch that was acked and is in hand');
select tests.verify_tells('update cogo.subscriptions set position_id = 0', 'a message is retried or still to be read', 'a cursor that fell behind a retry');
select tests.verify_tells(
  $$ insert into cogo.subscription_dead_letters (subscription_id, message_id, died_at, attempts, channel, message) select subscription_id, message_id, cogo.now_(), 1, channel, message from cogo.redeliveries $$,
  'a message is retried or dead', 'a message that is both'
);
select tests.verify_tells('update cogo.redeliveries set subscription_id = 999', 'a retried or dead message has its subscription', 'a retry of nobody');
select tests.verify_tells(
  $$ insert into cogo.subscription_dead_letters (subscription_id, message_id, died_at, attempts, channel, message) select 999, message_id, cogo.now_(), 1, channel, message from cogo.redeliveries $$,
  'a retried or dead message has its subscription', 'a dead letter of nobody'
);
select tests.verify_tells(
  'update cogo.messages set id = (select min(id) from cogo.events) where id = (select min(id) from cogo.messages)', 'a number is an event or a message', 'a number used twice'
);
select tests.verify_tells('update cogo.event_horizon set settled_id = settled_id + 1000', 'a settled number stays below the newest', 'a horizon from the future');
select tests.verify_tells('update cogo.requests set timed_out_at = cogo.now_()', 'a request that timed out does not stay open', 'a request that timed out and goes on');
select tests.verify_tells(
  $$ update cogo.requests set expires_at = expires_at + interval '1 second' where job_id = (select max(job_id) from cogo.requests) $$,
  'a request ends no later than its cause', 'a request that outlives what it is for'
);
select is_empty('select * from cogo.verify()', 'healthy after');

select * from finish();
