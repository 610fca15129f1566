select plan(9);

select tests.as_operator();
create temporary table held on commit drop as select * from tests.hold();
create function pg_temp.put(file text, bytes bigint) returns text language sql as $$
  select api.put_artifact(job_id, fence, file, 'text/plain', bytes, repeat('a', 64)) ->> 'outcome' from held
$$;

select is(api.set_artifact_quota(10), '{"tenant_id": null, "max_bytes": 10}', 'a quota for each tenant');
select is(pg_temp.put('a.log', 8), 'created', 'what has room is kept');
select tests.refuses($$ select pg_temp.put('b.log', 3) $$, 'PT409', 'artifact_quota_exceeded', '8 of 10 bytes', 'what has none is not');
select is(pg_temp.put('a.log', 10), 'unchanged', 'a file takes the room of the one that it replaces');
select tests.refuses(
  format($$ select api.begin_artifact(%s, %s, 'b.log') $$, job_id, fence), 'PT409', 'artifact_quota_exceeded', '10 of 10',
  'and the next is told before its bytes are sent'
) from held;
select is(api.set_artifact_quota(20, '00000000-0000-0000-0000-000000000000') ->> 'max_bytes', '20', 'a tenant may have its own');
select is(pg_temp.put('b.log', 3), 'created', 'which counts');
select tests.refuses('select api.set_artifact_quota(-1)', 'PT400', 'bad_argument', 'max_bytes', 'less than nothing');
select tests.as_agent('aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa', '11111111-1111-4111-8111-111111111111');
select throws_ok('select api.set_artifact_quota(1)', '42501', null, 'agents set none');

select tests.as_owner();
select * from finish();
