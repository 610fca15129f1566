select plan(18);

select tests.as_operator();
create temporary table held on commit drop as select * from tests.hold();
create function pg_temp.put(change jsonb) returns jsonb language sql as $$
  select api.put_artifact(
    job_id, fence, given ->> 'name', given ->> 'media_type', (given ->> 'size_bytes')::bigint, given ->> 'sha256',
    given ->> 'kind', given ->> 'bucket'
  )
  from held, (
    select jsonb_build_object('name', 'a.log', 'media_type', 'text/plain', 'size_bytes', 1, 'sha256', repeat('a', 64), 'kind', 'log')
      || change as given
  ) as made
$$;

select tests.refuses(format('select pg_temp.put(%L)', jsonb_build_object('name', name)), 'PT400', 'bad_argument', 'name', 'name ' || coalesce(name, 'null'))
from unnest('{"", ../../etc/passwd, .hidden, a/b, "a b", ä}'::text[] || array[repeat('a', 121), null]) as name;
select tests.refuses(format('select pg_temp.put(%L)', change), 'PT400', 'bad_argument', field, change::text)
from (values
  ('media_type', '{"media_type": "text"}'::jsonb), ('media_type', '{"media_type": null}'),
  ('size_bytes', '{"size_bytes": -1}'), ('size_bytes', '{"size_bytes": null}'),
  ('sha256', '{"sha256": "ABC"}'), ('sha256', '{"sha256": null}'),
  ('kind', '{"kind": "movie"}'), ('kind', '{"kind": null}'),
  ('bucket', '{"bucket": "../x"}')
) as wrong (field, change);
select is(api.list_artifacts(job_id), '[]', 'nothing was kept') from held;

select tests.as_owner();
select * from finish();
