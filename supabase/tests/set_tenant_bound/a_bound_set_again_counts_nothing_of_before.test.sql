select plan(7);

select tests.as_owner();
create function pg_temp.send(jobs integer) returns bigint[] language sql as $$
  select array(select job_id from api.enqueue_jobs((
    select jsonb_agg('{"type": "demo.a", "tenant_id": "11111111-1111-1111-1111-111111111111"}'::jsonb) from generate_series(1, jobs)
  )))
$$;
create function pg_temp.bound() returns void language sql as $$
  select api.set_tenant_bound(2, tenant_id => '11111111-1111-1111-1111-111111111111')
$$;
select pg_temp.bound();
create temporary table sent on commit drop as select pg_temp.send(2) as ids;
select tests.refuses('select pg_temp.send(1)', 'PT429', 'queue_full', '2 of at most 2');
select api.remove_tenant_bound('11111111-1111-1111-1111-111111111111');
select cogo.sweep();
select is_empty('select * from cogo.tenant_loads', 'without any bound nothing is told any more');

-- And while another tenant is bounded.
select api.set_tenant_bound(9, tenant_id => '22222222-2222-2222-2222-222222222222');
select api.enqueue_jobs('[{"type": "demo.a", "tenant_id": "22222222-2222-2222-2222-222222222222"}]');
select pg_temp.bound();
select cogo.sweep(); select cogo.sweep();
select tests.refuses('select pg_temp.send(1)', 'PT429', 'queue_full', '2 of at most 2', 'set again it counts what is open');
select api.remove_tenant_bound('11111111-1111-1111-1111-111111111111');
select cogo.sweep();
select results_eq(
  'select distinct tenant_id from cogo.tenant_loads', $$ values ('22222222-2222-2222-2222-222222222222'::uuid) $$,
  'only what is bounded is told'
);
select is((select count(*) from sent, api.cancel_jobs(ids) where outcome = 'cancelled'), 2::bigint, 'the jobs close unbounded');
select pg_temp.bound();
select is(cardinality(pg_temp.send(2)), 2, 'so a bound set again refuses nobody for them');
select tests.lives_clean();

select * from finish();
