select plan(10);

select tests.as_agent('00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-0000000000a1');
select lives_ok($$ select api.publish('[{"type": "a.b"}]') $$, 'as itself');
select lives_ok(
  $$ select api.publish('[{"type": "a.b", "tenant_id": "00000000-0000-4000-8000-00000000000a", "agent_id": "00000000-0000-4000-8000-0000000000a1"}]') $$,
  'also when it says who it is'
);
select tests.refuses(
  $$ select api.publish('[{"type": "a.b"}, {"type": "a.b", "agent_id": "00000000-0000-4000-8000-0000000000a2"}]') $$,
  'PT403', 'channel_forbidden', 'messages[1]'
);
select tests.refuses(
  $$ select api.publish('[{"type": "a.b", "tenant_id": "00000000-0000-4000-8000-00000000000b"}]') $$, 'PT403', 'channel_forbidden', 'messages[0]'
);
select tests.as_operator();
select is(
  api.grant_channel('publish', 'tenant.00000000-0000-4000-8000-00000000000b.agent.*.order.>', '00000000-0000-4000-8000-00000000000a') ->> 'outcome',
  'granted', 'an operator grants a prefix of another tenant'
);
select tests.as_agent('00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-0000000000a1');
select lives_ok($$ select api.publish('[{"type": "order.b", "tenant_id": "00000000-0000-4000-8000-00000000000b"}]') $$, 'it holds');
select tests.refuses(
  $$ select api.publish('[{"type": "mail.b", "tenant_id": "00000000-0000-4000-8000-00000000000b"}]') $$, 'PT403', 'channel_forbidden', 'mail.b'
);
select tests.as_agent('00000000-0000-4000-8000-00000000000c', '00000000-0000-4000-8000-0000000000c1');
select tests.refuses(
  $$ select api.publish('[{"type": "order.b", "tenant_id": "00000000-0000-4000-8000-00000000000b"}]') $$, 'PT403', 'channel_forbidden', 'order.b'
);
select tests.as_operator();
select lives_ok($$ select api.publish('[{"type": "a.b", "tenant_id": "00000000-0000-4000-8000-00000000000b"}]') $$, 'operators publish for anybody');
select tests.as_owner();
select is((select agent from cogo.messages order by id desc limit 1), 'operator', 'each message names who published it');

select * from finish();
