select plan(13);

select tests.as_agent('00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-0000000000a1');
select api.subscribe('hook', '{tenant.00000000-0000-4000-8000-00000000000a.>}', 'webhook', 'https://x.example/in', lease_seconds => 10);
select api.subscribe('pull', '{tenant.00000000-0000-4000-8000-00000000000a.>}');
select tests.refuses($$ select api.poll_subscription('hook', 'c') $$, 'PT400', 'bad_argument', 'webhook');
select api.publish('[{"type": "a.one"}, {"type": "a.two"}]');
select throws_ok($$ select api.claim_webhooks('w') $$, '42501', null, 'an agent sends nothing');
select tests.as_owner();
select tests.settle();
select ok(cogo.webhooks_due(), 'there is something to send');
select tests.as_operator();
create temporary table claimed on commit drop as select api.claim_webhooks('w') as item;
select is((select jsonb_array_length(item) from claimed), 1, 'one webhook, no pull subscription');
select is((select item #>> '{0,url}' from claimed), 'https://x.example/in', 'where to');
select is((select item #> '{0,key_versions}' from claimed), '[1]', 'signed with its key');
select is((select jsonb_array_length(item #> '{0,messages}') from claimed), 2, 'its messages');
select is(api.claim_webhooks('other'), '[]', 'nobody else gets them');
select tests.move_clock('11 seconds');
select is(jsonb_array_length(api.claim_webhooks('other')), 1, 'until the lease is lost');
select is(
  api.settle_webhooks(jsonb_build_array(jsonb_build_object('subscription_id', item #> '{0,subscription_id}', 'fence', item #> '{0,fence}'))) #>> '{0,outcome}',
  'lease_lost', 'then the first one settles nothing'
) from claimed;
select tests.refuses($$ select api.claim_webhooks('') $$, 'PT400', 'bad_argument', 'worker');
select tests.refuses($$ select api.claim_webhooks('w', 0) $$, 'PT400', 'bad_argument', 'want');
select tests.refuses($$ select api.claim_webhooks(null, null) $$, 'PT400', 'bad_argument', 'worker');

select * from finish();
