select plan(20);

select tests.as_agent('00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-0000000000a1');
select tests.refuses($$ select api.subscribe(null, '{tenant.00000000-0000-4000-8000-00000000000a.>}') $$, 'PT400', 'bad_argument', 'name');
select tests.refuses($$ select api.subscribe('A b', '{tenant.00000000-0000-4000-8000-00000000000a.>}') $$, 'PT400', 'bad_argument', 'name');
select tests.refuses($$ select api.subscribe('s', null) $$, 'PT400', 'bad_argument', 'patterns');
select tests.refuses($$ select api.subscribe('s', '{}') $$, 'PT400', 'bad_argument', 'patterns');
select tests.refuses($$ select api.subscribe('s', '{nonsense}') $$, 'PT400', 'bad_argument', 'patterns');
select tests.refuses($$ select api.subscribe('s', '{tenant.*.>}') $$, 'PT403', 'channel_forbidden', 'tenant.*.>');
select tests.refuses($$ select api.subscribe('s', '{tenant.00000000-0000-4000-8000-00000000000b.>}') $$, 'PT403', 'channel_forbidden', '00b');
select tests.refuses($$ select api.subscribe('s', '{tenant.00000000-0000-4000-8000-00000000000a.>}', 'push') $$, 'PT400', 'bad_argument', 'kind');
select tests.refuses($$ select api.subscribe('s', '{tenant.00000000-0000-4000-8000-00000000000a.>}', 'webhook') $$, 'PT400', 'bad_argument', 'url');
select tests.refuses($$ select api.subscribe('s', '{tenant.00000000-0000-4000-8000-00000000000a.>}', 'pull', 'https://x.example') $$, 'PT400', 'bad_argument', 'url');
select tests.refuses($$ select api.subscribe('s', '{tenant.00000000-0000-4000-8000-00000000000a.>}', 'webhook', 'http://x.example/') $$, 'PT400', 'bad_argument', 'url');
select tests.refuses($$ select api.subscribe('s', '{tenant.00000000-0000-4000-8000-00000000000a.>}', 'webhook', 'https://me:pw@x.example/') $$, 'PT400', 'bad_argument', 'url');
select tests.refuses($$ select api.subscribe('s', '{tenant.00000000-0000-4000-8000-00000000000a.>}', 'webhook', 'http://localhost.example/') $$, 'PT400', 'bad_argument', 'url');
select tests.refuses($$ select api.subscribe('s', '{tenant.00000000-0000-4000-8000-00000000000a.>}', start => 'later') $$, 'PT400', 'bad_argument', 'start');
select tests.refuses($$ select api.subscribe('s', '{tenant.00000000-0000-4000-8000-00000000000a.>}', batch_size => 1001) $$, 'PT400', 'bad_argument', 'batch_size');
select tests.refuses($$ select api.subscribe('s', '{tenant.00000000-0000-4000-8000-00000000000a.>}', batch_size => 99999) $$, 'PT400', 'bad_argument', 'subscription');
select tests.refuses($$ select api.subscribe('s', '{tenant.00000000-0000-4000-8000-00000000000a.>}', lease_seconds => null) $$, 'PT400', 'bad_argument', 'subscription');
select tests.refuses($$ select api.subscribe('s', '{tenant.00000000-0000-4000-8000-00000000000a.>}', tenant_id => '00000000-0000-4000-8000-00000000000b') $$, 'PT400', 'bad_argument', 'tenant_id');
select is(api.list_subscriptions(), '[]', 'nothing was made');
select tests.as_user('00000000-0000-4000-8000-0000000000a1');
select tests.refuses($$ select api.subscribe('s', '{>}') $$, 'PT401', 'not_an_agent', 'tenant');

select * from finish();
