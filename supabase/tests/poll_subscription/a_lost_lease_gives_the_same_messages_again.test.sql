select plan(12);

select tests.as_operator();
select tests.fix_random(0.5);
select api.subscribe('s', '{>}', lease_seconds => 10, max_attempts => 3);
select api.publish('[{"type": "a.one"}, {"type": "a.two"}]');
create temporary table lost on commit drop as select * from tests.poll('s');
select tests.move_clock('11 seconds');
create temporary table again on commit drop as select * from tests.poll('s');
select is((select types from again), 'a.one', 'in the same order, now one at a time');
select is(api.ack_subscription('s', (select fence from lost)) ->> 'outcome', 'lease_lost', 'the one who lost it acknowledges nothing');
select is(api.ack_subscription('s', (select fence from again)) ->> 'outcome', 'acked', 'the one who has it does');
select is(api.ack_subscription('s', (select fence from again)) ->> 'outcome', 'acked', 'also when repeated');
create temporary table two on commit drop as select * from tests.poll('s');
select is((select types from two), 'a.two', 'the next one follows');
select tests.move_clock('11 seconds');
select is((select types from tests.poll('s')), 'a.two', 'lost once');
select tests.move_clock('11 seconds');
select is((select types from tests.poll('s')), 'a.two', 'lost twice');
select tests.move_clock('11 seconds');
select is((select types from tests.poll('s')), null, 'lost as often as it may: it stops nobody any longer');
select is(jsonb_array_length(api.list_subscription_dead_letters('s')), 1, 'and is a dead letter');
select is(api.redrive_subscription('s') ->> 'redriven', '1', 'which may be sent again');
create temporary table last on commit drop as select * from tests.poll('s');
select is((select types from last), 'a.two', 'and comes');
select is(api.ack_subscription('s', (select fence from last) + 1) ->> 'outcome', 'lease_lost', 'a fence that was never given is nobody''s');

select * from finish();
