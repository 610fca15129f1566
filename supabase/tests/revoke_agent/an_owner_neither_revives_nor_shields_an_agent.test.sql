select plan(5);

select tests.as_operator();
select api.create_tenant('One', '11111111-1111-1111-1111-111111111111');
select api.add_member('aaaaaaaa-0000-0000-0000-000000000001', 'owner', '11111111-1111-1111-1111-111111111111');
select api.create_agent('Bad', '{jobs:read}', '11111111-1111-1111-1111-111111111111', agent_id => 'dddddddd-0000-0000-0000-000000000001');
select api.create_agent('Next', '{jobs:read}', '11111111-1111-1111-1111-111111111111', agent_id => 'dddddddd-0000-0000-0000-000000000002');
select api.revoke_agent('dddddddd-0000-0000-0000-000000000001');

create function pg_temp.as_owner_of_one() returns void language sql as $$
  select tests.as_user('aaaaaaaa-0000-0000-0000-000000000001');
  select set_config('request.jwt.claims', (current_setting('request.jwt.claims')::jsonb || '{"tenant_id": "11111111-1111-1111-1111-111111111111"}')::text, false);
$$;

select pg_temp.as_owner_of_one();
select is(api.add_member('dddddddd-0000-0000-0000-000000000001', 'viewer') ->> 'role', 'viewer', 'a person may have any id, also that of an agent');
select tests.as_agent('11111111-1111-1111-1111-111111111111', 'dddddddd-0000-0000-0000-000000000001', '{jobs:read}');
select tests.refuses($$select * from api.list_jobs()$$, 'PT403', 'agent_revoked', 'revoked', 'and the agent stays revoked');

select pg_temp.as_owner_of_one();
select api.add_member('dddddddd-0000-0000-0000-000000000002', 'viewer');
select api.remove_member('dddddddd-0000-0000-0000-000000000002');
select tests.as_operator();
select is(api.revoke_agent('dddddddd-0000-0000-0000-000000000002') ->> 'state', 'revoked', 'an agent whose id left as a person is revoked all the same');
select pg_temp.as_owner_of_one();
select api.add_member('dddddddd-0000-0000-0000-000000000002', 'viewer');
select tests.as_agent('11111111-1111-1111-1111-111111111111', 'dddddddd-0000-0000-0000-000000000002', '{jobs:read}');
select tests.refuses($$select * from api.list_jobs()$$, 'PT403', 'agent_revoked', 'revoked', 'for good');

select tests.as_owner();
select is((select array_agg(kind) from cogo.revocations where tenant_id = '11111111-1111-1111-1111-111111111111'), array['agent', 'agent']);

select * from finish();
