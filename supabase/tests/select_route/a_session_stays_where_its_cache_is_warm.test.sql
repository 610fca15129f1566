select plan(9);
select tests.freeze_clock('2030-01-01');
select tests.route_provider('local');
select tests.route_model('local', 'm' || n, 1) from generate_series(1, 8) as n;
select cogo.tick_routes();
create temp table chosen as select nth, tests.routes(format($$'chat', 5000, session => 's%s', cached_tokens => 4000$$, nth), 6) as models from generate_series(1, 12) as nth;
select is((select count(*) from chosen where (select count(*) from jsonb_object_keys(models)) = 1), 12::bigint, 'each session keeps its model');
select ok((select count(distinct models) > 2 from chosen), 'not all the same one');
select is((select max((select sum(weight) from unnest(weights) as weight) - weights[1]) from cogo.routing_decisions where context ? 'warm'), 0::bigint, 'it does not explore away from it');
select is((select count(*) from cogo.route_sessions), 12::bigint, 'one row a session');

select tests.as_agent('22222222-2222-4222-8222-222222222222', '11111111-1111-4111-8111-111111111111');
select api.select_route('chat', 5000, session => 's1') is not null;
select tests.as_agent('22222222-2222-4222-8222-222222222222', '33333333-3333-4333-8333-333333333333');
select api.select_route('chat', 5000, session => 's1') is not null;
select tests.as_owner();
select is((select count(*) from cogo.route_sessions), 14::bigint, 'two agents do not share a session of the same name');

update cogo.llm_models set enabled = false where model_id = (select model_id from cogo.route_sessions where session_key = cogo.route_session(cogo.default_tenant(), null, 's1', null));
select cogo.tick_routes();
select is(api.select_route('chat', 5000, session => 's1') ->> 'model' is not null, true, 'when its model is gone, it moves');
select tests.move_clock('6 minutes'), cogo.tick_routes();
select is((select count(distinct api.select_route('chat', 5000, session => 's2') ->> 'decision_id')), 1::bigint, 'after five minutes');
select ok((select not context ? 'warm' from cogo.routing_decisions order by decision_id desc limit 1), 'the cache is cold');
select api.select_route('chat', 5000, session => 's2', prefix_hash => 'one') is not null, api.select_route('chat', 5000, session => 's2', prefix_hash => 'two') is not null;
select is(
  (select array_agg(context ->> 'prefix_hash' || (context ? 'warm') order by context ->> 'prefix_hash') from cogo.routing_decisions where context ? 'prefix_hash'),
  '{onetrue,twofalse}', 'a cache of another prefix is not warm'
);
select * from finish();
