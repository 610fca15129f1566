select plan(11);

create function pg_temp.as_sender(scopes text[]) returns void language sql as $$
  select tests.as_agent('11111111-1111-1111-1111-111111111111', 'aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa', scopes);
$$;
create function pg_temp.orders() returns text language sql as $$
  select 'tenant.11111111-1111-1111-1111-111111111111.agent.aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa.orders.>'
$$;

select pg_temp.as_sender(array['events:publish:' || pg_temp.orders()]);
select lives_ok($$select * from api.publish('[{"type": "orders.placed"}]')$$, 'on its channels it publishes');
select tests.refuses($$select * from api.publish('[{"type": "orders.placed"}, {"type": "users.gone"}]')$$, 'PT403', 'channel_forbidden', 'messages[1]', 'on others it does not');
select tests.refuses(
  $$select * from api.publish('[{"type": "orders.placed", "agent_id": "bbbbbbbb-bbbb-bbbb-bbbb-bbbbbbbbbbbb"}]')$$,
  'PT403', 'channel_forbidden', 'messages[0]', 'nor as another agent'
);
select pg_temp.as_sender('{events:publish:>}');
select lives_ok($$select * from api.publish('[{"type": "users.gone"}]')$$, 'a wide pattern narrows nothing');
select tests.refuses(
  $$select * from api.publish('[{"type": "x.y", "tenant_id": "22222222-2222-2222-2222-222222222222"}]')$$,
  'PT403', 'channel_forbidden', 'messages[0]', 'and grants nothing that the agent has no grant for'
);
select pg_temp.as_sender('{events:subscribe}');
select tests.refuses($$select * from api.publish('[{"type": "x.y"}]')$$, 'PT403', 'insufficient_scope', 'events:publish');

select pg_temp.as_sender(array['events:subscribe:' || pg_temp.orders()]);
select lives_ok(format($$select api.subscribe('mine', array[%L])$$, pg_temp.orders()), 'to its channels it subscribes');
select tests.refuses(
  $$select api.subscribe('all', array['tenant.11111111-1111-1111-1111-111111111111.>'])$$, 'PT403', 'channel_forbidden', 'tenant.1111', 'to more it does not'
);
select lives_ok($$select api.poll_subscription('mine', 'w')$$, 'and reads from them');
select pg_temp.as_sender('{events:subscribe}');
select api.subscribe('all', array['tenant.11111111-1111-1111-1111-111111111111.>']);
select lives_ok($$select api.poll_subscription('all', 'w')$$, 'a whole scope reads all');
select pg_temp.as_sender(array['events:subscribe:' || pg_temp.orders()]);
select tests.refuses($$select api.poll_subscription('all', 'w')$$, 'PT403', 'channel_forbidden', 'all', 'what was subscribed with a wider token is closed to a narrower one');

select * from finish();
