select plan(17);

select tests.as_operator();
select api.create_tenant('One', '11111111-1111-1111-1111-111111111111');
select is(api.add_member('aaaaaaaa-0000-0000-0000-000000000001', 'owner', '11111111-1111-1111-1111-111111111111') ->> 'role', 'owner');
select tests.as_user('aaaaaaaa-0000-0000-0000-000000000001');
select set_config('request.jwt.claims', (current_setting('request.jwt.claims')::jsonb || jsonb_build_object(
  'tenant_id', '11111111-1111-1111-1111-111111111111', 'scopes', tests.all_scopes()))::text, false);
select is(api.add_member('bbbbbbbb-0000-0000-0000-000000000001', 'viewer') ->> 'role', 'viewer', 'an owner adds a person');
select is(api.add_member('bbbbbbbb-0000-0000-0000-000000000001', 'viewer') ->> 'role', 'viewer', 'twice is once');
select is(api.add_member('bbbbbbbb-0000-0000-0000-000000000001', 'fixer') ->> 'role', 'fixer', 'gives another role');
select tests.refuses($$select api.add_member('bbbbbbbb-0000-0000-0000-000000000001', 'root')$$, 'PT400', 'bad_argument', 'role');
select tests.refuses($$select api.add_member(null, 'viewer')$$, 'PT400', 'bad_argument', 'user_id');
select tests.refuses($$select api.add_member('bbbbbbbb-0000-0000-0000-000000000001', 'viewer', '22222222-2222-2222-2222-222222222222')$$, 'PT404', 'tenant_not_found', '2222');
select tests.refuses($$select api.remove_member('aaaaaaaa-0000-0000-0000-000000000001')$$, 'PT409', 'access_conflict', 'owner', 'the last owner does not leave');
select tests.refuses($$select api.add_member('aaaaaaaa-0000-0000-0000-000000000001', 'viewer')$$, 'PT409', 'access_conflict', 'owner', 'nor become less');
select is((select array_agg(member ->> 'role') from api.list_members() as member), array['owner', 'fixer']);
select is(api.remove_member('bbbbbbbb-0000-0000-0000-000000000001'), true);
select is(api.remove_member('bbbbbbbb-0000-0000-0000-000000000001'), false, 'twice is once');
select set_config('request.jwt.claims', replace(current_setting('request.jwt.claims'), 'aaaaaaaa', 'bbbbbbbb'), false);
select tests.refuses($$select * from api.list_jobs()$$, 'PT403', 'agent_revoked', 'member', 'who left is refused with the token of before');
select tests.as_operator();
select api.add_member('bbbbbbbb-0000-0000-0000-000000000001', 'viewer', '11111111-1111-1111-1111-111111111111');
select is((select string_agg(entry ->> 'act', ' ' order by (entry ->> 'audit_id')::bigint) from api.list_access_audit() as entry),
  'create_tenant add_member add_member add_member remove_member add_member', 'each change is in the audit');
select tests.refuses($$select api.list_members()$$, 'PT400', 'bad_argument', 'tenant_id', 'an operator names the tenant');
select tests.as_owner();
select is(array(select scope.name from cogo.scopes as scope except select unnest(cogo.role_scopes('owner'))), '{}', 'an owner may everything');
select is((select array_agg(scope) from unnest(cogo.role_scopes('viewer')) as scope where scope !~ ':read$'), null, 'a viewer reads');

select * from finish();
