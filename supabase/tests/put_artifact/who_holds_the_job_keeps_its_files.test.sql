select plan(13);

select tests.as_agent('aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa', '11111111-1111-4111-8111-111111111111');
create temporary table held on commit drop as select * from tests.hold();
grant all on held to public;
create function pg_temp.put(file text default 'a.log', hash text default repeat('a', 64), bytes bigint default 3)
returns jsonb language sql as $$
  select api.put_artifact(job_id, fence, file, 'text/plain', bytes, hash) from held
$$;

select is(api.begin_artifact(job_id, fence, 'a.log') ->> 'tenant_id', 'aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa', 'an upload may begin') from held;
select is(pg_temp.put() ->> 'outcome', 'created', 'a file is kept');
select is(pg_temp.put() ->> 'outcome', 'unchanged', 'the same again changes nothing');
select is(pg_temp.put(hash => repeat('b', 64)) ->> 'outcome', 'replaced', 'other bytes replace it');
select is(jsonb_array_length(api.list_artifacts(job_id)), 1, 'one row is left') from held;
select is(
  pg_temp.put() ->> 'location', 'local:aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa/' || repeat('a', 64),
  'where the bytes are follows from tenant and hash'
);
select is(
  (select api.put_artifact(job_id, fence, 'b.log', 'text/plain', 1, repeat('a', 64), 'log', 'files') ->> 'location' from held),
  'storage:files/aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa/' || repeat('a', 64), 'in a bucket, too'
);

-- Not yours, over, never there: one answer.
select tests.as_agent('aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa', '22222222-2222-4222-8222-222222222222');
select tests.refuses('select pg_temp.put()', 'PT409', 'lease_lost', 'you do not hold it', 'a colleague''s job');
select tests.as_agent('bbbbbbbb-bbbb-4bbb-8bbb-bbbbbbbbbbbb', '11111111-1111-4111-8111-111111111111');
select tests.refuses('select pg_temp.put()', 'PT409', 'lease_lost', 'you do not hold it', 'another tenant''s job');
select tests.refuses($$ select api.begin_artifact(987654, 1, 'a.log') $$, 'PT409', 'lease_lost', 'you do not hold it', 'a job that is not there');
select tests.as_agent('aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa', '11111111-1111-4111-8111-111111111111', '{artifacts:read}');
select tests.refuses('select pg_temp.put()', 'PT403', 'insufficient_scope', 'artifacts:write', 'without the scope');
select tests.as_agent('aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa', '11111111-1111-4111-8111-111111111111');
select api.complete_jobs(tests.item(job_id, fence)) from held;
select tests.refuses('select pg_temp.put()', 'PT409', 'lease_lost', 'you do not hold it', 'after its end');
select tests.as_owner();
select tests.lives_clean();

select * from finish();
