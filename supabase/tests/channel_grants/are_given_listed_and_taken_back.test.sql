select plan(10);

select tests.as_operator();
select is(api.grant_channel('subscribe', '>') ->> 'outcome', 'granted', 'to everybody');
select is(api.grant_channel('subscribe', '>') ->> 'outcome', 'unchanged', 'a repeat changes nothing');
select is(api.list_channel_grants('00000000-0000-4000-8000-00000000000a') #>> '{0,pattern}', '>', 'it is listed');
select is(api.revoke_channel('subscribe', '>') ->> 'outcome', 'revoked', 'taken back');
select is(api.revoke_channel('subscribe', '>') ->> 'outcome', 'unchanged', 'once');
select tests.refuses($$ select api.grant_channel('steal', '>') $$, 'PT400', 'bad_argument', 'action');
select tests.refuses($$ select api.grant_channel('publish', 'room.>') $$, 'PT400', 'bad_argument', 'pattern');
select tests.refuses($$ select api.grant_channel(null, null) $$, 'PT400', 'bad_argument', 'action');
select tests.as_agent('00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-0000000000a1');
select throws_ok($$ select api.grant_channel('publish', '>') $$, '42501', null, 'an agent grants nothing');
select throws_ok($$ select api.list_channel_grants() $$, '42501', null, 'nor lists grants');

select * from finish();
