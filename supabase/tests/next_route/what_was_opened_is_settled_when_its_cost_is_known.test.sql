select plan(7);
select tests.route_provider('local');
select tests.route_model('local', 'm' || n, 1) from generate_series(1, 4) as n;
select cogo.tick_routes();
create temp table asked as select (api.select_route('chat', 1000, 1000) ->> 'decision_id')::uuid as decision_id;
create function pg_temp.fails(failure jsonb) returns text language sql as $$
  update cogo.reservations set state = 'opened', opened_at = cogo.now_() where state = 'reserved';
  select api.next_route((select decision_id from asked), failure) ->> 'attempt';
$$;
select is(pg_temp.fails('{"attempt": 1, "http_status": 529}'), '2', 'a provider that refused');
select is((select state || ' ' || cost_nano || ' ' || status from cogo.reservations join cogo.routing_outcomes using (decision_id, attempt)), 'settled 0 failed', 'billed nothing, and it is settled so');
select is((select count(*) from cogo.outcome_notes), 1::bigint, 'health heard of it once');
select is(pg_temp.fails('{"usage": {"input_tokens": 1000, "output_tokens": 10}}'), '3', 'a stream that broke after it told its usage');
select is((select cost_nano from cogo.routing_outcomes where attempt = 2), 1040000::bigint, 'is billed by it');
select pg_temp.fails('{}');
select is((select state from cogo.reservations where attempt = 3), 'opened', 'when nothing is known, the money stays held for whoever knows');
select is((select count(*) from cogo.outcome_notes), 3::bigint, 'but health hears of it');
select * from finish();
