select plan(4);

select tests.as_operator();
select api.grant_channel('subscribe', 'tenant.00000000-0000-4000-8000-00000000000b.agent.*.order.*', '00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-0000000000a1');
select tests.as_agent('00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-0000000000a1');
select api.subscribe('s', '{tenant.00000000-0000-4000-8000-00000000000b.agent.*.order.paid, tenant.00000000-0000-4000-8000-00000000000a.>}');
select tests.as_operator();
select api.publish('[{"type": "order.paid", "tenant_id": "00000000-0000-4000-8000-00000000000b"}, {"type": "order.sent", "tenant_id": "00000000-0000-4000-8000-00000000000b"}]');
select tests.as_agent('00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-0000000000a1');
create temporary table polled on commit drop as select * from tests.poll('s');
select is((select types from polled), 'order.paid', 'a granted channel of another tenant');
select is(api.ack_subscription('s', (select fence from polled)) ->> 'outcome', 'acked', 'acknowledged');
select tests.as_operator();
select api.revoke_channel('subscribe', 'tenant.00000000-0000-4000-8000-00000000000b.agent.*.order.*', '00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-0000000000a1');
select api.publish('[{"type": "order.paid", "tenant_id": "00000000-0000-4000-8000-00000000000b"}, {"type": "a.own", "tenant_id": "00000000-0000-4000-8000-00000000000a"}]');
select tests.as_agent('00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-0000000000a1');
select is((select types from tests.poll('s')), 'a.own', 'only its own is left');
select tests.refuses(
  $$ select api.subscribe('s', '{tenant.00000000-0000-4000-8000-00000000000b.agent.*.order.paid}') $$, 'PT403', 'channel_forbidden', '00b'
);

select * from finish();
