select plan(8);

select tests.as_operator();
select api.create_tenant('One', '11111111-1111-1111-1111-111111111111');
select api.create_tenant('Two', '22222222-2222-2222-2222-222222222222');
select api.add_member('aaaaaaaa-0000-0000-0000-000000000001', 'viewer', '11111111-1111-1111-1111-111111111111');
select tests.move_clock(interval '1 second');
select api.add_member('aaaaaaaa-0000-0000-0000-000000000001', 'owner', '22222222-2222-2222-2222-222222222222');
create function pg_temp.hook(user_id text, claims jsonb default '{}') returns jsonb language sql as $$
  select cogo.access_token_hook(jsonb_build_object('user_id', user_id, 'authentication_method', 'password', 'claims', claims))
$$;

select is(pg_temp.hook('aaaaaaaa-0000-0000-0000-000000000001') #>> '{claims,tenant_id}', '11111111-1111-1111-1111-111111111111', 'the first tenant of a member');
select is(pg_temp.hook('aaaaaaaa-0000-0000-0000-000000000001') #>> '{claims,member_role}', 'viewer');
select ok(pg_temp.hook('aaaaaaaa-0000-0000-0000-000000000001') #> '{claims,scopes}' ? 'jobs:read', 'with the scopes of its role');
select is(pg_temp.hook('AAAAAAAA-0000-0000-0000-000000000001', '{"app_metadata": {"tenant_id": "22222222-2222-2222-2222-222222222222"}}') #>> '{claims,member_role}', 'owner', 'or the one that was chosen for it');
select is(pg_temp.hook('aaaaaaaa-0000-0000-0000-000000000001', '{"app_metadata": {"tenant_id": "33333333-3333-3333-3333-333333333333"}}') #>> '{claims,member_role}', 'viewer', 'if it is a member there');
select is(pg_temp.hook('bbbbbbbb-0000-0000-0000-000000000001', '{"sub": "x", "tenant_id": "11111111-1111-1111-1111-111111111111", "scopes": ["jobs:read"]}') -> 'claims', '{"sub": "x"}', 'nobody else gets one, nor keeps one');
select api.suspend_tenant('11111111-1111-1111-1111-111111111111');
select is(pg_temp.hook('aaaaaaaa-0000-0000-0000-000000000001') #>> '{claims,tenant_id}', '22222222-2222-2222-2222-222222222222', 'a suspended tenant is passed by');
select is(pg_temp.hook(null) -> 'claims', '{}', 'nonsense is nobody');

select * from finish();
