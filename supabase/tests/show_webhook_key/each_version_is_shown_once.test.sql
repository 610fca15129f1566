select plan(10);

select tests.as_agent('00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-0000000000a1');
select api.subscribe('hook', '{tenant.00000000-0000-4000-8000-00000000000a.>}', 'webhook', 'https://x.example/in');
select api.subscribe('pull', '{tenant.00000000-0000-4000-8000-00000000000a.>}');
select is(api.show_webhook_key('hook') ->> 'key_version', '1', 'shown');
select tests.refuses($$ select api.show_webhook_key('hook') $$, 'PT409', 'secret_already_shown', 'hook');
select is(api.show_webhook_key('hook', rotate => true) ->> 'key_version', '2', 'a new one');
select tests.refuses($$ select api.show_webhook_key('hook') $$, 'PT409', 'secret_already_shown', 'hook');
select tests.refuses($$ select api.show_webhook_key('pull') $$, 'PT400', 'bad_argument', 'webhook');
select api.publish('[{"type": "a.one"}]');
select tests.settle();
select tests.as_operator();
select is(api.claim_webhooks('w') #> '{0,key_versions}', '[2, 1]', 'both sign for a day');
select tests.move_clock('25 hours');
select is(api.claim_webhooks('w') #> '{0,key_versions}', '[2]', 'then the new one alone');
select is(api.show_webhook_key('hook', true, '00000000-0000-4000-8000-00000000000a') ->> 'key_version', '3', 'an operator may rotate a tenant''s');
select tests.as_agent('00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-0000000000a2');
select tests.refuses($$ select api.show_webhook_key('hook') $$, 'PT404', 'subscription_not_found', 'hook');
select tests.as_owner();
select is_empty(
  $$ select column_name from information_schema.columns where table_schema = 'cogo' and table_name = 'subscriptions' and column_name ~ 'secret' $$,
  'no table holds a secret'
);

select * from finish();
