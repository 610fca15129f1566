select plan(12);
select tests.freeze_clock('2030-01-01');
select tests.route_provider('local');
select tests.route_model('local', 'good', 1), tests.route_model('local', 'other', 1, '{"quality": 0.45}'), tests.route_model('local', 'ill', 1, '{"quality": 0.9}');
create function pg_temp.tell(status text, many integer default 1) returns void language sql as $$
  select cogo.note_outcome((select model_id from cogo.llm_models where model = 'ill'), null, status, null, null, 500, 80, cogo.now_()) from generate_series(1, many)
$$;
create function pg_temp.health() returns text language sql as $$
  select concat_ws(' ', state, share, extract(epoch from retry_at - changed_at)) from cogo.provider_health
$$;
select cogo.tick_routes();
select is(tests.routes($$'chat', 100$$, 5), '{"ill": 5}', 'the best one is taken');
select pg_temp.tell('failed', 5), cogo.tick_routes();
select is(pg_temp.health(), 'open 10 5.000000', 'it opens for five seconds');
select is(tests.routes($$'chat', 100$$, 5) ? 'ill', false, 'and is left alone');
select tests.move_clock('5 seconds'), cogo.tick_routes();
select is(tests.routes($$'chat', 100, critical => true$$, 5) ? 'ill', false, 'critical requests do not try');
select is(tests.routes($$'chat', 100$$, 6) -> 'ill', '1', 'of the others one does');
select is((select count(*) from cogo.routing_decisions where context #>> '{passed,0,1}' = 'breaker_open'), 5::bigint, 'those who came next passed it over, and say so');
select pg_temp.tell('failed'), cogo.tick_routes();
select is(pg_temp.health(), 'open 10 10.000000', 'it failed: twice the pause');
select tests.move_clock('10 seconds'), cogo.tick_routes();
select is(tests.routes($$'chat', 100$$, 3) -> 'ill', '1', 'one more probe');
select pg_temp.tell('succeeded'), cogo.tick_routes();
select is(pg_temp.health(), 'half_open 10', 'it went well: half open');
select pg_temp.tell('succeeded'), cogo.tick_routes();
select is(pg_temp.health(), 'closed 10', 'a second closes it, at a tenth of its odds');
select tests.move_clock('5 seconds'), cogo.tick_routes(), tests.move_clock('5 seconds'), cogo.tick_routes(), tests.move_clock('5 seconds'), cogo.tick_routes(), tests.move_clock('5 seconds'), cogo.tick_routes();
select is(pg_temp.health(), 'closed 100', 'which double every five seconds');
select is(
  (select bool_and((api.explain_route(decision_id) #> '{replay,is_equal}')::boolean) from cogo.routing_decisions), true, 'all of it replays'
);
select * from finish();
