select plan(12);
select tests.as_operator();
select api.set_slo('wait_acme', '{"kind": "wait", "objective": 0.9, "threshold_ms": 1000, "tenant_id": "11111111-1111-4111-8111-111111111111"}');
select tests.as_owner(), tests.freeze_clock('2030-01-01 12:00+00');
select tests.feed_times('wait', 10, 90, tenant => '11111111-1111-4111-8111-111111111111'), tests.feed_times('wait', 10000, 0, tenant => '22222222-2222-4222-8222-222222222222');
select is(tests.alert('wait_acme') || ' ' || tests.alert('wait_p95'), 'firing/critical, told fired ok', 'a tenant''s trouble is its own');
select tests.as_agent('11111111-1111-4111-8111-111111111111', 'aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa');
select is(jsonb_path_query_array(api.list_alerts(), '$.alerts[*].slo'), '["wait_acme"]', 'its agents see it');
select is(jsonb_path_query_array(api.list_slos(), '$.slos[*].name'), '["wait_acme"]', 'and what it is held against');
select tests.as_agent('22222222-2222-4222-8222-222222222222', 'bbbbbbbb-bbbb-4bbb-8bbb-bbbbbbbbbbbb');
select is(api.list_alerts() -> 'alerts', '[]', 'those of another tenant see nothing');
select is(api.list_slos() -> 'slos', '[]', 'nothing at all');
select throws_ok($$ select api.set_slo('a', '{}') $$, '42501'), throws_ok($$ select api.remove_slo('audit') $$, '42501'),
  throws_ok($$ select api.silence_alert('*', 'infinity', 'x', 'y') $$, '42501'), throws_ok($$ select api.remove_silence(1, 'x') $$, '42501'),
  throws_ok('select api.list_silences()', '42501'), throws_ok('select api.list_alert_notices()', '42501');
select tests.as_anon();
select throws_ok('select api.list_alerts()', '42501', null, 'a stranger has no door at all');
select tests.as_owner();
select * from finish();
