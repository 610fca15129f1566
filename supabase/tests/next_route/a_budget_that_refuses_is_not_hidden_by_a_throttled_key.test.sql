select plan(2);
select tests.freeze_clock('2030-01-01');
select tests.route_provider('alpha', 'bearer'), tests.route_provider('local');
select tests.route_model('alpha', 'best', 1, '{"quality": 0.9}'), tests.route_model('local', 'dear', 100, '{"quality": 0.4}');
select cogo.tick_routes();
select api.set_budget(60000000, tenant_id => cogo.default_tenant());
create temp table asked as select api.select_route('chat', 1000, 1000, critical => true) as route;
select is((select route ->> 'model' from asked), 'best', 'the best fits');
select is(
  api.next_route((select (route ->> 'decision_id')::uuid from asked), '{"attempt": 1, "http_status": 429, "retry_after_ms": 60000}') #>> '{refused,details}',
  'budget_exceeded', 'it is throttled, and the other is too dear: the budget is told, as select_route tells it'
);
select * from finish();
