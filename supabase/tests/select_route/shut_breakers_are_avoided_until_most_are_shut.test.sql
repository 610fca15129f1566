select plan(13);
select tests.route_provider('local');
select tests.route_model('local', 'm' || n, 1) from generate_series(1, 4) as n;
select cogo.tick_routes();
create function pg_temp.tell(model text, status text, http integer, many integer default 1) returns void language sql as $$
  select cogo.note_outcome((select model_id from cogo.llm_models as known where known.model = tell.model), null, status, http, null, 500, 80, cogo.now_())
  from generate_series(1, many)
$$;
create function pg_temp.state(model text) returns text language sql as $$
  select health ->> 'state' from api.provider_health() as health where health ->> 'model' = state.model
$$;
select pg_temp.tell('m1', 'failed', 500, 4), pg_temp.tell('m2', 'failed', 400, 50), pg_temp.tell('m3', 'succeeded', 200);
select cogo.tick_routes();
select is(pg_temp.state('m1'), 'closed', 'four failures in a row are borne');
select is(pg_temp.state('m2'), null, 'a caller''s fault is nobody else''s');
select pg_temp.tell('m1', 'failed', 529);
select cogo.tick_routes();
select is(pg_temp.state('m1'), 'open', 'a fifth opens the breaker');
select is(tests.routes($$'chat', 100$$, 60) ? 'm1', false, 'and nobody is sent there');
select is(api.explain_route((select decision_id from cogo.routing_decisions order by 1 desc limit 1)) #> '{rejected,breaker_open}', '1', 'which the receipt tells');

select pg_temp.tell('m2', 'failed', 200, 5);
select cogo.tick_routes();
select is(tests.routes($$'chat', 100$$, 60) ?| array['m1', 'm2'], false, 'half of them: still avoided');
select pg_temp.tell('m3', 'failed', null, 8);
select cogo.tick_routes();
select is(tests.routes($$'chat', 100, critical => true$$, 5) ->> 'no_candidate', null, 'most of them: someone is found');
select tests.routes($$'chat', 100$$);
select is((select cardinality(candidates) from cogo.routing_decisions order by decision_id desc limit 1), 4, 'and breakers are not believed');
select pg_temp.tell('m4', 'failed', 503, 5);
select cogo.tick_routes();
select ok(not tests.routes($$'chat', 100$$, 20) ? 'no_candidate', 'all open: never an empty set because of health alone');

select tests.move_clock('10 minutes');
select is((select bool_and(replay #>> '{replay,is_equal}' = 'true') from (select api.explain_route(decision_id) as replay from cogo.routing_decisions limit 40) as receipts), true,
  'receipts made under other health replay');
select is(api.select_route('chat', 100) -> 'health_is_old', 'true', 'when nobody has ticked for a minute, health is not believed');
select is((select count(distinct weight) from cogo.routing_decisions, unnest(weights) as weight where context ? 'stale'), 1::bigint, 'all are as new');
select is((select count(*) from cogo.routing_decisions where not (api.explain_route(decision_id) #> '{replay,is_equal}')::boolean and context ? 'stale'), 0::bigint, 'and that replays, too');
select * from finish();
