select plan(17);

select tests.as_agent('00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-0000000000a1');
select tests.refuses('select api.publish(null)', 'PT400', 'bad_argument', 'messages');
select tests.refuses('select api.publish($$[]$$)', 'PT400', 'bad_argument', 'messages');
select tests.refuses('select api.publish($$[{"type": "a.b"}, 7]$$)', 'PT400', 'bad_argument', 'messages[1]');
select tests.refuses('select api.publish($$[{"type": "nodots"}]$$)', 'PT400', 'bad_argument', 'type');
select tests.refuses('select api.publish($$[{"type": "a.b", "payload": []}]$$)', 'PT400', 'bad_argument', 'payload');
select tests.refuses('select api.publish($$[{"type": "a.b", "nonsense": 1}]$$)', 'PT400', 'bad_argument', 'nonsense');
select tests.refuses('select api.publish($$[{"type": "a.b", "event_id": 7}]$$)', 'PT400', 'bad_argument', 'event_id');
select tests.refuses('select api.publish($$[{"type": "a.b", "stream": "s"}]$$)', 'PT400', 'bad_argument', 'stream');
select tests.refuses('select api.publish($$[{"type": "a.b", "role": "king"}]$$)', 'PT400', 'bad_argument', 'role');
select tests.refuses('select api.publish($$[{"type": "a.b", "cause": "x"}]$$)', 'PT400', 'bad_argument', 'cause');
select tests.refuses('select api.publish($$[{"type": "a.b", "correlation_id": 1}]$$)', 'PT400', 'bad_argument', 'correlation_id');
select tests.refuses('select api.publish($$[{"type": "a.b", "traceparent": 7}]$$)', 'PT400', 'bad_argument', 'traceparent');
select tests.refuses(
  'select api.publish($$[{"type": "a.b", "schema": {"namespace": "cogo.jobs", "name": "x", "hash": "0"}}]$$)', 'PT400', 'bad_argument', 'schema'
);
select tests.refuses(
  $$ select api.publish(jsonb_build_array(jsonb_build_object('type', 'a.b', 'payload', jsonb_build_object('x', repeat('x', 262144))))) $$,
  'PT413', 'payload_too_large', '262144'
);
select tests.refuses(
  $$ select api.publish(jsonb_agg('{"type": "a.b"}'::jsonb)) from generate_series(1, 1001) $$, 'PT400', 'bad_argument', 'messages'
);
select tests.as_user('00000000-0000-4000-8000-0000000000a1');
select tests.refuses('select api.publish($$[{"type": "a.b"}]$$)', 'PT401', 'not_an_agent', 'tenant');
select tests.as_owner();
select is((select count(*) from cogo.messages), 0::bigint, 'nothing was kept');

select * from finish();
