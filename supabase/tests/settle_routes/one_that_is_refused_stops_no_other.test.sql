select plan(9);
select tests.lay_model();
select tests.as_operator();
select api.set_budget(1000, tenant_id => '11111111-1111-1111-1111-111111111111');
select tests.reserve(nth, 100) from generate_series(1, 3) as nth;
select tests.reserve(4, 100, tenant => '22222222-2222-2222-2222-222222222222');
select tests.as_agent('11111111-1111-1111-1111-111111111111', 'bbbbbbbb-bbbb-bbbb-bbbb-bbbbbbbbbbbb');
select results_eq($$
  select coalesce(item ->> 'cost_nano', item #>> '{refused,details}'), item #>> '{refused,status}', item ->> 'repeated' from jsonb_array_elements(api.settle_routes(jsonb_build_array(
    jsonb_build_object('decision_id', tests.decision(3), 'usage', '{"input_tokens": 7, "output_tokens": 0}'::jsonb),
    jsonb_build_object('decision_id', tests.decision(9), 'attempt', 1),
    jsonb_build_object('decision_id', tests.decision(4), 'attempt', 1),
    jsonb_build_object('decision_id', tests.decision(3), 'attempt', 1, 'usage', '{"input_tokens": 7, "output_tokens": 0}'::jsonb),
    jsonb_build_object('decision_id', tests.decision(3), 'attempt', 1, 'usage', '{"input_tokens": 8, "output_tokens": 0}'::jsonb),
    jsonb_build_object('decision_id', tests.decision(1), 'attempt', 1, 'status', 'failed', 'http_status', 500, 'usage', null)
  ))) as item
$$, $$ values ('7', null::text, null::text), ('decision_not_found', '404', null), ('decision_not_found', '404', null), ('7', null, 'true'), ('already_settled', '409', null), ('0', null, null) $$, 'each for itself, in the order given');
select is(tests.accounts(), '100/7/0', 'what was settled is billed');
select tests.refuses($$ select api.settle_routes('[]') $$, 'PT400', 'bad_argument', 'routes');
select tests.refuses($$ select api.settle_routes('{}') $$, 'PT400', 'bad_argument', 'routes');
select tests.refuses($$ select api.settle_routes(null) $$, 'PT400', 'bad_argument', 'routes');
select tests.refuses($$ select api.settle_routes('[1]') $$, 'PT400', 'bad_argument', 'routes[0]');
select tests.refuses($$ select api.settle_routes('[{"decision_id": "1"}]') $$, 'PT400', 'bad_argument', 'routes[0].decision_id');
select tests.refuses($$ select api.settle_routes('[{"decision_id": "00000000-0000-0000-0000-000000000001", "attempt": "1"}]') $$, 'PT400', 'bad_argument', 'routes[0].attempt');
select tests.refuses($$ select api.settle_routes((select jsonb_agg('{}'::jsonb) from generate_series(1, 1001))) $$, 'PT400', 'bad_argument', '1000');
select * from finish();
