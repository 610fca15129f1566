select plan(14);
select tests.lay_model();
select tests.as_operator();
select api.set_budget(1000, tenant_id => '11111111-1111-1111-1111-111111111111');
select tests.reserve(1, 300);
select tests.reserve(2, 300);
select tests.as_agent('22222222-2222-2222-2222-222222222222', 'bbbbbbbb-bbbb-bbbb-bbbb-bbbbbbbbbbbb');
select tests.refuses($$ select api.settle_route(tests.decision(1), 1, '{"prompt_tokens": 1}') $$, 'PT404', 'decision_not_found', '000000000001', 'another tenant''s decision is not there');
select tests.as_agent('11111111-1111-1111-1111-111111111111', 'bbbbbbbb-bbbb-bbbb-bbbb-bbbbbbbbbbbb');
select is(
  api.settle_route(tests.decision(1), 1, '{"prompt_tokens": 100, "completion_tokens": 50}'),
  '{"decision_id": "00000000-0000-0000-0000-000000000001", "attempt": 1, "cost_nano": 200, "is_estimate": false, "usage": {"input_tokens": 100, "output_tokens": 50, "reasoning_tokens": 0, "cache_read_tokens": 0, "cache_write_tokens": 0, "cache_write_1h_tokens": 0}}',
  'settled'
);
select is(tests.accounts(), '300/200/0', 'the rest is given back');
select is(api.settle_route(tests.decision(1), 1, '{"input_tokens": 100, "output_tokens": 50}') -> 'repeated', 'true', 'the same usage again, in whatever form, answers the first');
select tests.refuses($$ select api.settle_route(tests.decision(1), 1, '{"prompt_tokens": 1, "completion_tokens": 1}') $$, 'PT409', 'already_settled', 'another usage', 'another usage is refused');
select tests.refuses($$ select api.settle_route(tests.decision(1), 1) $$, 'PT409', 'already_settled', '000000000001', 'and so is none');
select tests.refuses($$ select api.settle_route(tests.decision(1), 2) $$, 'PT404', 'decision_not_found', 'attempt 2', 'an attempt that was not made');
select is(tests.accounts(), '300/200/0', 'nothing of this is billed');
select tests.refuses($$ select api.settle_route(tests.decision(2), 1, status => 'unknown') $$, 'PT400', 'bad_argument', 'status');
select tests.refuses($$ select api.settle_route(tests.decision(2), 0) $$, 'PT400', 'bad_argument', 'attempt');
select tests.refuses($$ select api.settle_route(tests.decision(2), 1, http_status => 7) $$, 'PT400', 'bad_argument', 'http_status');
select tests.refuses($$ select api.settle_route(tests.decision(2), 1, total_ms => -1) $$, 'PT400', 'bad_argument', 'total_ms');
select tests.as_user('33333333-3333-3333-3333-333333333333');
select tests.refuses($$ select api.settle_route(tests.decision(2), 1) $$, 'PT401', 'not_an_agent', 'tenant_id');
select tests.as_owner();
select is((select count(*) from cogo.routing_outcomes), 1::bigint, 'one outcome');
select * from finish();
