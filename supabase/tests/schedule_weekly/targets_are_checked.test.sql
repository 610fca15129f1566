select plan(11);

select tests.as_operator();
select throws_ok($$ select api.schedule_weekly('') $$, 'PT400', null, 'an empty target');
select throws_ok($$ select api.schedule_weekly(null) $$, 'PT400', null, 'no target');
select throws_ok($$ select api.schedule_weekly('--upload-pack=touch /tmp/x') $$, 'PT400', null, 'an option');
select throws_ok($$ select api.schedule_weekly(E'a\nb') $$, 'PT400', null, 'a line break');
select throws_ok($$ select api.schedule_weekly(repeat('x', 501)) $$, 'PT400', null, '501 characters');
select throws_ok($$ select api.schedule_weekly('https://me:secret@example.org/x') $$, 'PT400', null, 'a password');
select throws_ok($$ select api.schedule_weekly('https://token@example.org/x') $$, 'PT400', null, 'a token');
select lives_ok($$ select api.schedule_weekly('ssh://git@example.org/x.git') $$, 'the user git is no secret');

select tests.as_agent('aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa', '11111111-1111-4111-8111-111111111111');
select throws_ok($$ select api.schedule_weekly('.') $$, 'PT403', null, 'a tenant may name no folder');
select throws_ok($$ select api.schedule_weekly('file:///etc') $$, 'PT403', null, 'nor one in the form of a URL');
select lives_ok($$ select api.schedule_weekly('https://example.org/x.git') $$, 'but an https URL');

select tests.as_owner();
select * from finish();
