select plan(5);

select tests.as_agent('aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa', '11111111-1111-4111-8111-111111111111');
create temporary table run on commit drop as select (api.schedule_gate('https://example.org/x.git') ->> 'run_id')::uuid as id;
grant select on run to public;
create function pg_temp.record(place text) returns text language sql as $$
  select recorded.outcome from run, api.record_artifacts(jsonb_build_array(jsonb_build_object(
    'run_id', id, 'name', 'a.log', 'media_type', 'text/plain', 'size_bytes', 1, 'sha256', repeat('a', 64), 'location', place
  ))) as recorded
$$;

select is(pg_temp.record('storage:files/aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa/' || repeat('a', 64)), 'recorded', 'its own');
select tests.refuses(format('select pg_temp.record(%L)', place), 'PT400', 'bad_argument', 'location', told)
from (values
  ('local:bbbbbbbb-bbbb-4bbb-8bbb-bbbbbbbbbbbb/' || repeat('a', 64), 'another tenant''s'),
  ('local:' || repeat('a', 64), 'nobody''s'),
  ('local:aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa/' || repeat('b', 64), 'another hash'),
  ('local:aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa/../' || repeat('a', 64), 'a path')
) as wrong (place, told);

select tests.as_owner();
select * from finish();
