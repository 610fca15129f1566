select plan(12);

select tests.as_agent('aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa', '11111111-1111-4111-8111-111111111111');
create temporary table held on commit drop as select * from tests.hold();
grant all on held to public;
create temporary table kept on commit drop as
  select (api.put_artifact(job_id, fence, name, 'text/plain', 1, repeat('a', 64)) ->> 'artifact_id')::uuid as id
  from held, unnest('{a.log,b.log,c.log}'::text[]) as name;
grant all on kept to public;

select is(
  jsonb_path_query_array(api.get_artifacts(array(select id from kept order by id desc)), '$[*].artifact_id'),
  (select jsonb_agg(id order by id desc) from kept), 'in the order given'
);
select is(jsonb_array_length(api.get_artifacts(array_append(array(select id from kept), gen_random_uuid()))), 3, 'what is not there is left out');
select is(api.list_artifacts(job_id, row_limit => 2) || api.list_artifacts(job_id, after => (api.list_artifacts(job_id, row_limit => 2) #>> '{1,artifact_id}')::uuid),
  api.list_artifacts(job_id), 'pages cover each once') from held;

select tests.as_agent('bbbbbbbb-bbbb-4bbb-8bbb-bbbbbbbbbbbb', '11111111-1111-4111-8111-111111111111');
select is(api.get_artifacts(array(select id from kept)), '[]', 'to another tenant none is there');
select is(api.list_artifacts(job_id), '[]', 'nor in the list') from held;
select is((api.artifact_usage() ->> 'bytes')::bigint, 0::bigint, 'nor does it take room');

select tests.as_operator();
select is(jsonb_array_length(api.list_artifacts(job_id)), 3, 'an operator sees them') from held;
select is(
  api.artifact_usage('aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa') - 'tenant_id', '{"bytes": 3, "artifacts": 3, "max_bytes": 10737418240}', 'and what they take'
);
select tests.refuses('select api.list_artifacts()', 'PT400', 'bad_argument', 'job_id or run_id', 'a list of nothing');
select tests.refuses('select api.list_artifacts(1, gen_random_uuid())', 'PT400', 'bad_argument', 'job_id or run_id', 'a list of two things');
select tests.refuses('select api.list_artifacts(1, row_limit => 1001)', 'PT400', 'bad_argument', 'row_limit', 'a page that is too long');
select tests.refuses('select api.get_artifacts(array(select gen_random_uuid() from generate_series(1, 101)))', 'PT400', 'bad_argument', 'artifact_ids', 'too many ids');

select tests.as_owner();
select * from finish();
