select plan(12);
select tests.route_provider('local');
select tests.route_model('local', 'm' || n, 1) from generate_series(1, 8) as n;
select cogo.tick_routes();
create temp table answers as select api.select_route('chat', 2000, idempotency_key => 'once') as first;
alter table answers add second jsonb;
update answers set second = api.select_route('chat', 2000, idempotency_key => 'once');
select is((select first - array['grant', 'grant_expires_at', 'limits'] = second - array['grant', 'grant_expires_at', 'limits', 'repeated', 'state'] from answers), true, 'the same key, the same answer');
select isnt((select first ->> 'grant' from answers), (select second ->> 'grant' from answers), 'with a new grant');
select is((select count(*) from cogo.reservations), 1::bigint, 'money is held once');
select is(
  (select grant_hash from cogo.reservations), (select sha256(convert_to(second ->> 'grant', 'UTF8')) from answers), 'the last grant opens it, by its hash alone'
);
select ok((select not (reservation::text || decision::text) ~ (second ->> 'grant') from answers, cogo.reservations as reservation, cogo.routing_decisions as decision), 'the grant itself is nowhere');
select matches((select first ->> 'grant' from answers), '^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab]', '122 random bits');
select tests.refuses($$select api.select_route('chat', 2001, idempotency_key => 'once')$$, 'PT409', 'idempotency_conflict', 'idempotency_key');
select tests.as_agent('22222222-2222-4222-8222-222222222222', '11111111-1111-4111-8111-111111111111');
select ok(not api.select_route('chat', 2000, idempotency_key => 'once') ? 'repeated', 'another tenant''s key is another key');
select tests.as_agent('22222222-2222-4222-8222-222222222222', '33333333-3333-4333-8333-333333333333');
select tests.refuses($$select api.select_route('chat', 2000, idempotency_key => 'once')$$, 'PT409', 'idempotency_conflict', 'idempotency_key', 'nor do two agents share one');
select tests.as_owner();
select tests.move_clock('2 minutes');
select is(api.select_route('chat', 2000, idempotency_key => 'once') -> 'grant', 'null', 'when its time is over there is no grant any more');
select is(api.select_route('chat', 2000, idempotency_key => 'once') ->> 'decision_id', (select first ->> 'decision_id' from answers), 'but still the decision');
select is(current_setting('synchronous_commit'), 'off', 'nothing waits for a disk: the opening does, and no money is spent before');
select * from finish();
