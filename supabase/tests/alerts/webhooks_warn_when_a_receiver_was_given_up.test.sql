select plan(3);
select tests.as_operator(), tests.freeze_clock('2030-01-01 12:00+00');
select api.subscribe('orders', '{tenant.00000000-0000-4000-8000-00000000000a.>}', kind => 'webhook', url => 'https://example.com/hook'), tests.as_owner();
select is(tests.alert('webhooks'), 'ok', 'one that is sent to is no alert');
update cogo.subscriptions set paused_at = cogo.now_(), pause_reason = 'failing';
select is(tests.alert('webhooks'), 'firing/warning, told fired', 'one that was paused because it fails is');
select tests.as_operator(), api.resume_subscription('orders'), tests.as_owner();
select is(tests.alert('webhooks', '1 minute', 6), 'ok, told recovered', 'once it is resumed it is over');
select * from finish();
