select plan(8);

select tests.as_agent('00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-0000000000a1');
create temporary table first on commit drop as
  select * from api.publish('[{"type": "order.paid", "stream": "orders", "event_id": "1", "payload": {"n": 1}}]');
create temporary table again on commit drop as select * from api.publish('[
  {"type": "order.paid", "stream": "orders", "event_id": "1", "payload": {"n": 1}, "correlation_id": "00000000-0000-4000-8000-0000000000c1"},
  {"type": "order.paid", "stream": "other", "event_id": "1"}, {"type": "order.paid", "stream": "other", "event_id": "1"}
]');
select is((select id from again where ordinal = 1), (select id from first), 'a repeat answers the first message');
select is((select array_agg(created order by ordinal) from again), '{f,t,f}', 'also within one batch; another stream is another key');
select tests.refuses(
  $$ select api.publish('[{"type": "a.b"}, {"type": "order.paid", "stream": "orders", "event_id": "1", "payload": {"n": 2}}]') $$,
  'PT409', 'idempotency_conflict', 'messages[1]'
);
select is((select created from api.publish('[{"type": "order.paid", "event_id": "9"}]')), true, 'without a stream the type is the stream');
select is((select created from api.publish('[{"type": "order.sent", "event_id": "9"}]')), true, 'so another type is another key');
select tests.as_agent('00000000-0000-4000-8000-00000000000b', '00000000-0000-4000-8000-0000000000b1');
select is((select created from api.publish('[{"type": "order.paid", "stream": "orders", "event_id": "1"}]')), true, 'a key is its tenant''s');
select tests.as_owner();
select is((select count(*) from cogo.messages), 5::bigint, 'each was written once');
select tests.move_clock('31 days');
select tests.as_agent('00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-0000000000a1');
select is(
  (select created from api.publish('[{"type": "order.paid", "stream": "orders", "event_id": "1", "payload": {"n": 2}}]')), true,
  'a key is free again after thirty days'
);

select * from finish();
