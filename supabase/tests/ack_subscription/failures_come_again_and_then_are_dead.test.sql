select plan(15);

select tests.as_operator();
select tests.fix_random(0.5);
select api.subscribe('s', '{>}', max_attempts => 2, retry_base_ms => 1000);
select api.publish('[{"type": "a.one"}, {"type": "a.two"}, {"type": "a.three"}]');
create temporary table polled on commit drop as select * from tests.poll('s');
select is(
  api.ack_subscription('s', fence, jsonb_build_array(jsonb_build_object('id', ids[2], 'error', '{"message": "no"}'::jsonb))) ->> 'outcome', 'acked', 'one of three failed'
) from polled;
select is((select types from tests.poll('s')), null, 'it rests');
select tests.move_clock('2 seconds');
create temporary table again on commit drop as select * from tests.poll('s');
select is((select ids from again), (select array[ids[2]] from polled), 'it alone comes again');
select is(
  api.ack_subscription('s', fence, jsonb_build_array(jsonb_build_object('id', ids[1], 'error', '{"message": "never"}'::jsonb))) ->> 'outcome', 'acked', 'it fails again'
) from again;
select tests.move_clock('1 hour');
select is((select types from tests.poll('s')), null, 'and does not come a third time');
select is(api.list_subscription_dead_letters('s') #>> '{0,error,message}', 'never', 'it is a dead letter with its last error');
select is(api.list_subscription_dead_letters('s') #>> '{0,message,type}', 'a.two', 'and with its message');
select is(api.redrive_subscription('s', '{00000000-0000-4000-8000-000000000000}') ->> 'redriven', '0', 'a redrive may name some');
select is(api.redrive_subscription('s') ->> 'redriven', '1', 'or all');
create temporary table redriven on commit drop as select * from tests.poll('s');
select is((select ids from redriven), (select ids from again), 'the same message, under its id');
select tests.refuses(
  format($$ select api.ack_subscription('s', %s, '[{"id": "00000000-0000-7000-8000-000000000000"}]') $$, (select fence from redriven)),
  'PT400', 'bad_argument', 'failures'
);
select tests.refuses($$ select api.ack_subscription('s', 1, '[7]') $$, 'PT400', 'bad_argument', 'failures[0]');
select tests.refuses($$ select api.ack_subscription('s', 1, '{}') $$, 'PT400', 'bad_argument', 'failures');
select is(api.ack_subscription('s', fence) ->> 'outcome', 'acked', 'this time it is taken') from redriven;
select is(api.list_subscriptions() #>> '{0,retrying}', '0', 'nothing is left');

select * from finish();
