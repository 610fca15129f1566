select plan(21);

-- As ingress calls it: the claims of an agent, in a session of the server's own code.
create function pg_temp.through_the_function(tenant uuid) returns void language sql as $$
  select tests.as_agent(tenant, '33333333-3333-3333-3333-333333333333');
  select set_config('role', 'none', false);
$$;

select tests.as_operator();
select api.set_ingress_limit('key', 3, 60);
select api.register_job_type('demo.checked', payload_schema => '{"type": "object", "required": ["n"]}');
select tests.as_agent('11111111-1111-1111-1111-111111111111', '33333333-3333-3333-3333-333333333333');

select is(api.ingress_enqueue('{"type": "demo.echo", "idempotency_key": "a"}') -> 'created', 'true', 'the first is created');
select is(api.ingress_enqueue('{"type": "demo.echo", "idempotency_key": "a"}') -> 'created', 'false', 'the same key again is not');
select is(
  api.ingress_enqueue('{"type": "demo.checked", "payload": {}}') #>> '{refused,details}', 'schema_mismatch', 'a payload is held against its schema'
);
select ok(
  refused ->> 'scope' = 'key' and refused ->> 'status' = '429' and (refused ->> 'retry_after_ms')::integer between 10000 and 20000,
  'what was refused counted: the fourth has to wait for a token'
) from (select api.ingress_enqueue('{"type": "demo.echo"}') -> 'refused' as refused) as fourth;
select tests.as_agent('11111111-1111-1111-1111-111111111111', '44444444-4444-4444-4444-444444444444');
select ok(api.ingress_enqueue('{"type": "demo.echo"}') ? 'job_id', 'another agent has a rate of its own');
select tests.set_clock(cogo.now_() + interval '20 seconds') from (select tests.as_owner()) as owner;
select tests.as_agent('11111111-1111-1111-1111-111111111111', '33333333-3333-3333-3333-333333333333');
select ok(api.ingress_enqueue('{"type": "demo.echo"}') ? 'job_id', 'and after the time told it goes on');
select tests.refuses($$select api.ingress_enqueue('{"type": "demo.echo", "root": 1}')$$, 'PT400', 'bad_argument', 'root');
select tests.refuses(
  $$select api.ingress_enqueue('{"type": "demo.echo", "tenant_id": "22222222-2222-2222-2222-222222222222"}')$$, 'PT400', 'bad_argument', 'tenant_id'
);

select tests.as_owner();
select tests.move_clock('1 minute');
select tests.as_operator();
select api.set_ingress_limit('key');
select api.set_ingress_limit('tenant', 1, 10, '22222222-2222-2222-2222-222222222222');
select api.set_ingress_limit('address', 2, 10);
select pg_temp.through_the_function('22222222-2222-2222-2222-222222222222');
select ok(api.ingress_enqueue('{"type": "demo.echo"}', null, '192.0.2.1') ? 'job_id', 'a tenant may have a limit of its own');
select is(api.ingress_enqueue('{"type": "demo.echo"}', null, '192.0.2.1') #>> '{refused,scope}', 'tenant', 'and is held to it');
select pg_temp.through_the_function('11111111-1111-1111-1111-111111111111');
select ok(api.ingress_enqueue('{"type": "demo.echo"}', null, '192.0.2.1') ? 'job_id', 'who was refused used nothing of the address');
select is(api.ingress_enqueue('{"type": "demo.echo"}', null, '192.0.2.1') #>> '{refused,scope}', 'address', 'an address has a rate over all tenants');
select tests.as_agent('11111111-1111-1111-1111-111111111111', '33333333-3333-3333-3333-333333333333');
select ok(api.ingress_enqueue('{"type": "demo.echo"}', null, '192.0.2.1') ? 'job_id', 'an address that an agent names itself is nobody''s: it uses up no rate of others');
select tests.as_operator();
select api.set_ingress_limit('address');
select api.set_ingress_limit('queue', 3, 7);
select tests.as_agent('11111111-1111-1111-1111-111111111111', '33333333-3333-3333-3333-333333333333');
select is(
  (api.ingress_enqueue('{"type": "demo.echo"}') -> 'refused') - 'message' - 'hint' - 'code',
  '{"status": 503, "details": "overloaded", "scope": "queue", "retry_after_ms": 7000}', 'a queue that is too deep takes no more'
);
select tests.as_operator();
select api.set_ingress_limit('queue');
select api.set_tenant_bound(1, tenant_id => '55555555-5555-5555-5555-555555555555', retry_after_seconds => 9);
select tests.as_agent('55555555-5555-5555-5555-555555555555', '33333333-3333-3333-3333-333333333333');
select api.ingress_enqueue('{"type": "demo.echo"}');
select is(
  api.ingress_enqueue('{"type": "demo.echo"}') #> '{refused,retry_after_ms}', '9000', 'the bound of a tenant says when, too'
);
select tests.as_agent('11111111-1111-1111-1111-111111111111', '33333333-3333-3333-3333-333333333333', '{jobs:read}');
select tests.refuses($$select api.ingress_enqueue('{"type": "demo.echo"}')$$, 'PT403', 'insufficient_scope', 'jobs:write');

select tests.as_operator();
select api.remove_tenant_bound('55555555-5555-5555-5555-555555555555');
select ok(api.ingress_enqueue('{"type": "demo.echo"}') ? 'job_id', 'an operator has no rate');
select api.set_budget(0, 'tenant', 'day', '11111111-1111-1111-1111-111111111111');
select tests.as_owner();
select cogo.open_windows(array['tenant:11111111-1111-1111-1111-111111111111'], cogo.now_());
select tests.as_agent('11111111-1111-1111-1111-111111111111', '33333333-3333-3333-3333-333333333333');
select is(api.ingress_enqueue('{"type": "demo.echo"}') #> '{refused,status}', '402', 'a budget that is used up takes none');
select tests.as_owner();
select is((select count(*)::integer from cogo.ingress_callbacks), 0, 'and no callback was asked for');
select is(cogo.queue_depth('default', 2), 3::bigint, 'a depth is counted no further than wanted');
select tests.lives_clean();

select * from finish();
