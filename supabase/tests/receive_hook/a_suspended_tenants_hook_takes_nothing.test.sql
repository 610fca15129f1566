select plan(6);

select tests.as_operator();
select api.create_tenant('One', '11111111-1111-1111-1111-111111111111');
select api.set_inbound_hook('shop', 'standard', 'demo.other', tenant_id => '11111111-1111-1111-1111-111111111111');
select tests.as_owner();
create function pg_temp.deliver(id text) returns jsonb language sql as $$
  select cogo.receive_hook((select hook_id from cogo.inbound_hooks), id, '{order}', '{}')
$$;
select ok(pg_temp.deliver('a') ? 'job_id', 'a delivery is taken');

select tests.as_operator();
select api.suspend_tenant('11111111-1111-1111-1111-111111111111');
select tests.as_owner();
select is(cogo.find_inbound_hook('shop'), null, 'the hook of a suspended tenant is as not there');
select tests.refuses($$select pg_temp.deliver('b')$$, 'PT400', 'bad_argument', 'delivery', 'nor does one that was known a moment ago take anything');
select is((select count(*)::integer from cogo.jobs), 1);

select tests.as_operator();
select api.resume_tenant('11111111-1111-1111-1111-111111111111');
select tests.as_owner();
select isnt(cogo.find_inbound_hook('shop'), null, 'afterwards it is there again');
select ok(pg_temp.deliver('b') ? 'job_id');

select * from finish();
