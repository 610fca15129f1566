select plan(8);

select tests.as_operator();
select api.grant_channel('subscribe', 'tenant.00000000-0000-4000-8000-00000000000b.agent.*.order.*', '00000000-0000-4000-8000-00000000000a');
select tests.as_agent('00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-0000000000a1');
select api.subscribe('s', '{tenant.00000000-0000-4000-8000-00000000000b.agent.*.order.*, tenant.00000000-0000-4000-8000-00000000000a.>}', max_attempts => 3, retry_base_ms => 1);
select api.publish('[{"type": "own.one"}]');
select tests.as_operator();
select api.publish('[{"type": "order.one", "tenant_id": "00000000-0000-4000-8000-00000000000b"}, {"type": "order.two", "tenant_id": "00000000-0000-4000-8000-00000000000b"}]');
select tests.as_agent('00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-0000000000a1');
create temporary table polled on commit drop as select * from tests.poll('s');
select is((select types from polled), 'own.one order.one order.two', 'all three, and all fail');
select api.ack_subscription('s', fence, (
  select jsonb_agg(jsonb_build_object('id', id, 'error', '{"message": "no"}'::jsonb)) from unnest(ids) as id
)) from polled;
select tests.move_clock('1 second');
delete from polled;
insert into polled select * from tests.poll('s');
select is((select cardinality(ids) from polled), 3, 'they come again while the grant is there');
-- The last one is dead, the others are to come once more.
select api.ack_subscription('s', fence, (
  select jsonb_agg(jsonb_build_object('id', id, 'error', '{"message": "no"}'::jsonb)) from unnest(ids) as id
)) from polled;
select tests.as_owner();
insert into cogo.subscription_dead_letters (subscription_id, message_id, died_at, attempts, channel, message)
select subscription_id, message_id, due_at, 3, channel, message from cogo.redeliveries where channel like '%.order.two';
delete from cogo.redeliveries where channel like '%.order.two';
select tests.as_agent('00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-0000000000a1');
select is((select jsonb_array_length(api.list_subscription_dead_letters('s'))), 1, 'a dead letter can be read');

select tests.as_operator();
select api.revoke_channel('subscribe', 'tenant.00000000-0000-4000-8000-00000000000b.agent.*.order.*', '00000000-0000-4000-8000-00000000000a');
select tests.as_agent('00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-0000000000a1');
select tests.move_clock('1 second');
select is(api.list_subscription_dead_letters('s'), '[]', 'not when the grant is gone');
select is((select types from tests.poll('s')), 'own.one', 'nor does what failed come again; its own does');
select tests.as_owner();
select is((select count(*) from cogo.redeliveries where channel like 'tenant.00000000-0000-4000-8000-00000000000b%'), 0::bigint, 'it is not kept either');
select tests.as_agent('00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-0000000000a1');
select tests.move_clock('1 minute');
select is(api.redrive_subscription('s') ->> 'redriven', '1', 'who sends a dead letter again');
select is((select types from tests.poll('s')), null, 'does not read it by that');

select * from finish();
