select plan(4);
select tests.as_owner(), tests.freeze_clock('2030-01-20 12:00+00');
select tests.feed('http', '{"requests": 99000, "errors": 0}', '10 days'), tests.feed('http', '{"requests": 1000, "errors": 25}');
create function pg_temp.now_of(slo text) returns jsonb language sql as $$
  select jsonb_path_query_first(api.list_slos(), '$.slos[*] ? (@.name == $name).now', jsonb_build_object('name', slo));
$$;
select is(pg_temp.now_of('availability'), '{"good": 99975, "total": 100000, "share": 0.999750, "budget_left": 0.7500, "burn_1h": 25.00}', 'a quarter of the month''s is gone, at 25 times the rate in this hour');
select is(pg_temp.now_of('wait_p95'), '{"good": 0, "total": 0, "share": null, "budget_left": null, "burn_1h": null}', 'where nothing happened nothing is told');
select is(pg_temp.now_of('dead_letters') #>> '{levels,0,value}', '0', 'levels are told as they are');
select matches((select jsonb_path_query_first(api.list_slos(), '$.slos[*] ? (@.name == "audit").runbook') #>> '{}'), '^docs/runbook.md#audit$', 'each with its page of the runbook');
select * from finish();
