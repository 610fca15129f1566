select plan(15);

select tests.as_operator();
select is(api.create_tenant('One', '11111111-1111-1111-1111-111111111111') ->> 'created', 'true', 'a tenant is made');
select is(api.create_tenant('Again', '11111111-1111-1111-1111-111111111111') ->> 'name', 'One', 'twice: the first one is answered');
select is(api.create_tenant('Two') ->> 'state', 'active', 'an id is chosen where none is given');
select tests.refuses($$select api.create_tenant('')$$, 'PT400', 'bad_argument', 'name');
select tests.refuses($$select api.create_tenant('x', null, '[]')$$, 'PT400', 'bad_argument', 'settings');
select tests.refuses($$select api.list_tenants(null, 0)$$, 'PT400', 'bad_argument', 'row_limit');
select is((select count(*)::integer from api.list_tenants()), 2, 'both are listed');

select is(api.suspend_tenant('11111111-1111-1111-1111-111111111111') ->> 'state', 'suspended');
select is(api.suspend_tenant('11111111-1111-1111-1111-111111111111') ->> 'state', 'suspended', 'twice is once');
select tests.refuses($$select api.suspend_tenant('99999999-9999-9999-9999-999999999999')$$, 'PT404', 'tenant_not_found', '99999999');
select tests.as_agent('11111111-1111-1111-1111-111111111111', 'aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa');
select tests.refuses($$select * from api.list_jobs()$$, 'PT403', 'agent_revoked', 'suspended', 'its agents are refused');
select tests.as_agent('22222222-2222-2222-2222-222222222222', 'aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa');
select lives_ok($$select * from api.list_jobs()$$, 'those of others are not');
select tests.as_operator();
select is(api.resume_tenant('11111111-1111-1111-1111-111111111111') ->> 'state', 'active');
select tests.as_agent('11111111-1111-1111-1111-111111111111', 'aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa');
select lives_ok($$select * from api.list_jobs()$$, 'afterwards they may again');
select tests.as_operator();
select is(
  (select string_agg(entry ->> 'act' || ':' || (entry #>> '{after,state}'), ' ' order by (entry ->> 'audit_id')::bigint)
   from api.list_access_audit('11111111-1111-1111-1111-111111111111') as entry),
  'create_tenant:active set_tenant_state:suspended set_tenant_state:active', 'the audit holds each change once'
);

select * from finish();
