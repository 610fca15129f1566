select plan(3);

select tests.as_agent('00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-0000000000a1');
create temporary table made on commit drop as select * from api.enqueue_job('demo.a');
select is((select api.get_job(job_id) ->> 'tenant_id' from made), '00000000-0000-4000-8000-00000000000a', 'the token tells the tenant');
select tests.refuses(
  $$ select api.enqueue_jobs('[{"type": "demo.a", "tenant_id": "00000000-0000-4000-8000-00000000000b"}]') $$,
  'PT400', 'bad_argument', 'tenant_id', 'an agent may not name one'
);
select tests.as_operator();
create temporary table named on commit drop as
  select * from api.enqueue_job('demo.a', tenant_id => '00000000-0000-4000-8000-00000000000b');
select is(
  (select api.get_job(job_id) ->> 'tenant_id' from named),
  '00000000-0000-4000-8000-00000000000b', 'an operator may'
);

select * from finish();
