select plan(8);

select tests.as_agent('00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-0000000000a1');
select api.subscribe('all', '{tenant.00000000-0000-4000-8000-00000000000a.>}');
create temporary table sent on commit drop as select * from api.publish('[
  {"type": "order.paid", "payload": {"n": 1}, "traceparent": "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"},
  {"type": "order.sent.late", "role": "critic"}, {"type": "mail.read"}
]');
select is((select array_agg(ordinal order by ordinal) from sent), '{1,2,3}', 'one row per message in order');
select ok((select bool_and(created) from sent), 'all are new');
select tests.settle();
create temporary table got on commit drop as
  select item from jsonb_array_elements(api.poll_subscription('all', 'tester') -> 'messages') as item;
select is((select array_agg(item #>> '{message,id}') from got), (select array_agg(id::text order by ordinal) from sent), 'they are read in that order');
select is((select item #>> '{message,actor,role}' from got limit 1), 'actor', 'an agent acts unless it says otherwise');
select is(
  (select item ->> 'channel' from got limit 1),
  'tenant.00000000-0000-4000-8000-00000000000a.agent.00000000-0000-4000-8000-0000000000a1.order.paid', 'the channel follows from who and what'
);
select is((select item #>> '{message,trace_id}' from got limit 1), '4bf92f3577b34da6a3ce929d0e0e4736', 'the trace goes on');
select tests.as_owner();
select is_empty($$ select fault.* from got, cogo.message_violations(item -> 'message') as fault $$, 'each meets MESSAGE_SCHEMA_V1');
select is((select item ->> 'attempt' from got limit 1), '1', 'it is a first delivery');

select * from finish();
