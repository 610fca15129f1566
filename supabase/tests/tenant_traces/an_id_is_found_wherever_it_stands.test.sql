select plan(9);
create function pg_temp.a() returns uuid language sql immutable as $$ select 'aaaaaaaa-0000-4000-8000-00000000000a'::uuid $$;
select is(tests.traces(pg_temp.a()), null, 'nothing is found of nobody');
select api.enqueue_job('demo.a', jsonb_build_object('deep', jsonb_build_array('of ' || upper(pg_temp.a()::text) || '!')));
select is(tests.traces(pg_temp.a()), 'cogo.jobs.payload', 'in the middle of a text in JSON, in capitals too');
insert into cogo.leaders (name, holder, taken_at, renewed_at, lease_expires_at, lease_seconds)
values ('x', 'host-' || pg_temp.a(), cogo.now_(), cogo.now_(), cogo.now_(), 5);
select is(tests.traces(pg_temp.a()), 'cogo.jobs.payload cogo.leaders.holder', 'in text, in a table that no registry has');
create table pgmq.of_another (id uuid, list uuid[]);
insert into pgmq.of_another values (pg_temp.a(), array[gen_random_uuid(), pg_temp.a()]), (gen_random_uuid(), '{}');
select is(
  api.tenant_traces(pg_temp.a(), after => 'cogo.zzz') -> 'traces',
  '[{"table": "pgmq.of_another", "count": 1, "column": "id"}, {"table": "pgmq.of_another", "count": 1, "column": "list"}]', 'as uuid and in lists, behind a table'
);
select is(api.tenant_traces(pg_temp.a()) -> 'next', 'null', 'and says that it is through');
select is(tests.traces(gen_random_uuid(), array[pg_temp.a()]), tests.traces(pg_temp.a()), 'whatever else is sought is found alike');
select is(tests.traces(gen_random_uuid()), null, 'another is not');
select tests.refuses($$ select api.tenant_traces(null) $$, 'PT400', 'bad_argument', 'tenant_id');
select tests.as_agent(pg_temp.a(), pg_temp.a());
select throws_ok($$ select api.tenant_traces('aaaaaaaa-0000-4000-8000-00000000000a') $$, '42501', null, 'no agent scans');
select * from finish();
