select plan(14);

select tests.as_agent('00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-0000000000a1');
select is((api.subscribe('s', '{tenant.00000000-0000-4000-8000-00000000000a.>}') ->> 'created')::boolean, true, 'new');
select is((api.subscribe('s', '{tenant.00000000-0000-4000-8000-00000000000a.agent.*.order.*}', batch_size => 7) ->> 'created')::boolean, false, 'the same name changes it');
select is(api.list_subscriptions() #>> '{0,batch_size}', '7', 'its settings');
select tests.refuses(
  $$ select api.subscribe('s', '{tenant.00000000-0000-4000-8000-00000000000a.>}', 'webhook', 'https://x.example') $$, 'PT409', 'subscription_exists', 's'
);
select tests.as_agent('00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-0000000000a2');
select tests.refuses($$ select api.subscribe('s', '{tenant.00000000-0000-4000-8000-00000000000a.>}') $$, 'PT409', 'subscription_exists', 's');
select tests.refuses($$ select api.poll_subscription('s', 'c') $$, 'PT404', 'subscription_not_found', 's');
select tests.refuses($$ select api.unsubscribe('s') $$, 'PT404', 'subscription_not_found', 's');
select is(api.list_subscriptions(), '[]', 'another agent sees nothing of it');
select tests.as_agent('00000000-0000-4000-8000-00000000000b', '00000000-0000-4000-8000-0000000000b1');
select is((api.subscribe('s', '{tenant.00000000-0000-4000-8000-00000000000b.>}') ->> 'created')::boolean, true, 'another tenant has its own');
select tests.as_operator();
select is((api.subscribe('s', '{>}') ->> 'created')::boolean, true, 'and so has the operator');
select is(jsonb_array_length(api.list_subscriptions()), 3, 'who sees all');
select is(api.pause_subscription('s', '00000000-0000-4000-8000-00000000000a') ->> 'state', 'paused', 'and may pause a tenant''s');
select tests.as_agent('00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-0000000000a1');
select is(api.poll_subscription('s', 'c') ->> 'paused', 'true', 'which its owner is told');
select is(api.unsubscribe('s') ->> 'outcome', 'unsubscribed', 'and may remove');

select * from finish();
