select plan(33);

select tests.as_operator();
select api.create_tenant('One', '11111111-1111-1111-1111-111111111111');
select api.create_tenant('Two', '22222222-2222-2222-2222-222222222222');
select api.add_member('aaaaaaaa-0000-0000-0000-000000000001', 'owner', '11111111-1111-1111-1111-111111111111');
select api.add_member('bbbbbbbb-0000-0000-0000-000000000001', 'operator', '11111111-1111-1111-1111-111111111111');
select api.create_agent('Other', '{jobs:read}', '22222222-2222-2222-2222-222222222222', agent_id => 'dddddddd-0000-0000-0000-000000000002');

create function pg_temp.as_member(id uuid, tenant uuid default '11111111-1111-1111-1111-111111111111') returns void language sql as $$
  select tests.as_user(id);
  select set_config('request.jwt.claims', (current_setting('request.jwt.claims')::jsonb || jsonb_build_object(
    'tenant_id', tenant, 'scopes', tests.all_scopes(), 'member_role', 'owner'))::text, false);
$$;

select pg_temp.as_member('aaaaaaaa-0000-0000-0000-000000000001');
create temporary table made on commit drop as
  select api.create_agent('Mail', '{jobs:read,jobs:work}', null, 'mail', '{mail.}', 'dddddddd-0000-0000-0000-000000000001') as agent;
select is((select agent - array['created_at', 'changed_at'] from made), '{
  "agent_id": "dddddddd-0000-0000-0000-000000000001", "tenant_id": "11111111-1111-1111-1111-111111111111", "project": "mail", "name": "Mail",
  "scopes": ["jobs:read", "jobs:work"], "type_prefixes": ["mail."], "state": "active", "revoked_at": null, "created": true
}', 'an owner creates an agent of its tenant');
select is(api.create_agent('Mail', '{jobs:read}', agent_id => 'dddddddd-0000-0000-0000-000000000001') -> 'scopes', '["jobs:read", "jobs:work"]', 'twice: the first is answered as it is');
select tests.refuses($$select api.create_agent('x', '{jobs:read}', '22222222-2222-2222-2222-222222222222')$$, 'PT404', 'tenant_not_found', '22222222', 'not for another tenant');
select tests.refuses($$select api.create_agent('x', '{jobs:read}', '33333333-3333-3333-3333-333333333333')$$, 'PT404', 'tenant_not_found', '33333333', 'which looks like one that is not there');
select tests.refuses($$select api.create_agent('x', '{jobs:read}', agent_id => 'dddddddd-0000-0000-0000-000000000002')$$, 'PT400', 'bad_argument', 'agent_id', 'nor over another tenant''s agent');
select tests.refuses($$select api.get_agent('dddddddd-0000-0000-0000-000000000002')$$, 'PT404', 'agent_not_found', 'dddddddd', 'which is as not there');
select tests.refuses($$select api.revoke_agent('dddddddd-0000-0000-0000-000000000002')$$, 'PT404', 'agent_not_found', 'dddddddd');
select tests.refuses($$select api.update_agent('dddddddd-0000-0000-0000-000000000002', 'mine')$$, 'PT404', 'agent_not_found', 'dddddddd');
select tests.refuses($$select api.issue_credential('dddddddd-0000-0000-0000-000000000002')$$, 'PT404', 'agent_not_found', 'dddddddd');
select tests.refuses($$select api.list_agents('22222222-2222-2222-2222-222222222222')$$, 'PT404', 'tenant_not_found', '22222222');
select is((select array_agg(agent ->> 'name') from api.list_agents() as agent), array['Mail'], 'it sees its own');
select is((select count(*)::integer from api.list_access_audit() as entry where entry ->> 'tenant_id' <> '11111111-1111-1111-1111-111111111111'), 0, 'and their audit');
select is((select entry ->> 'actor' from api.list_access_audit(row_limit => 1) as entry), 'user:aaaaaaaa-0000-0000-0000-000000000001', 'which names the owner');

select tests.refuses($$select api.create_agent('', '{jobs:read}')$$, 'PT400', 'bad_argument', 'name');
select tests.refuses($$select api.create_agent('x', null)$$, 'PT400', 'bad_argument', 'scopes');
select tests.refuses($$select api.create_agent('x', '{*}')$$, 'PT400', 'bad_argument', 'scopes', 'no scope is everything');
select tests.refuses($$select api.create_agent('x', '{jobs:read:x}')$$, 'PT400', 'bad_argument', 'scopes', 'one that is not narrowed');
select tests.refuses($$select api.create_agent('x', '{"jobs:work:%"}')$$, 'PT400', 'bad_argument', 'scopes');
select tests.refuses($$select api.create_agent('x', '{"events:publish:a b"}')$$, 'PT400', 'bad_argument', 'scopes');
select tests.refuses($$select api.create_agent('x', array_fill('jobs:read'::text, array[65]))$$, 'PT400', 'bad_argument', 'scopes');
select tests.refuses($$select api.create_agent('x', '{jobs:read}', type_prefixes => '{"%"}')$$, 'PT400', 'bad_argument', 'type_prefixes');
select tests.refuses($$select api.create_agent('x', '{jobs:read}', project => 'No!')$$, 'PT400', 'bad_argument', 'project');
select tests.refuses($$select api.list_agents(row_limit => 1001)$$, 'PT400', 'bad_argument', 'row_limit');

select is(api.update_agent('dddddddd-0000-0000-0000-000000000001', scopes => '{jobs:read}') -> 'scopes', '["jobs:read"]', 'what is given changes');
select is(api.update_agent('dddddddd-0000-0000-0000-000000000001', scopes => '{jobs:read}') ->> 'name', 'Mail', 'the rest stays');
select tests.refuses($$select api.update_agent('dddddddd-0000-0000-0000-000000000001', scopes => '{root}')$$, 'PT400', 'bad_argument', 'scopes');
select is((select count(*)::integer from api.list_access_audit() as entry where entry ->> 'act' = 'update_agent'), 1, 'a change that changes nothing is not in the audit');

select pg_temp.as_member('bbbbbbbb-0000-0000-0000-000000000001');
select tests.refuses($$select api.create_agent('x', '{jobs:read}')$$, 'PT403', 'owners_only', 'owner', 'another member may not, whatever its token says');
select pg_temp.as_member('aaaaaaaa-0000-0000-0000-000000000001', '22222222-2222-2222-2222-222222222222');
select tests.refuses($$select api.list_agents()$$, 'PT403', 'owners_only', 'owner', 'nor an owner elsewhere');
select tests.as_agent('11111111-1111-1111-1111-111111111111', 'aaaaaaaa-0000-0000-0000-000000000001');
select tests.refuses($$select api.list_agents()$$, 'PT403', 'owners_only', 'owner', 'nor an agent with an owner''s id');
select tests.as_operator();
select api.suspend_tenant('11111111-1111-1111-1111-111111111111');
select pg_temp.as_member('aaaaaaaa-0000-0000-0000-000000000001');
select tests.refuses($$select api.create_agent('x', '{jobs:read}')$$, 'PT403', 'owners_only', 'owner', 'nor an owner whose tenant is suspended');
select tests.as_anon();
select throws_ok($$select api.list_agents()$$, '42501', null, 'nor somebody without a token');
select tests.as_owner();
select throws_like($$update cogo.access_audit set actor = 'nobody'$$, '%never changed%', 'the audit is not changed');

select * from finish();
