select plan(8);

select tests.as_operator();
create temporary table run on commit drop as select (api.schedule_weekly() ->> 'run_id')::uuid as id;
create function pg_temp.record(change jsonb default '{}') returns text language sql as $$
  select recorded.outcome from run, api.record_artifacts(jsonb_build_array(jsonb_build_object(
    'run_id', id, 'job_id', 1, 'fence', 5, 'name', 'lint.stdout.log', 'kind', 'log',
    'media_type', 'text/plain; charset=utf-8', 'size_bytes', 3, 'sha256', repeat('a', 64),
    'location', 'local:' || repeat('a', 64)
  ) || change)) as recorded
$$;

select is(pg_temp.record(), 'recorded', 'an artifact is kept');
select is(pg_temp.record(), 'recorded', 'the same again is fine');
select is(pg_temp.record('{"fence": 4, "size_bytes": 9}'), 'superseded', 'a lower fence changes nothing');
select results_eq(
  $$ select jsonb_array_length(api.get_quality_run(id) -> 'artifacts'), api.get_quality_run(id) #>> '{artifacts,0,size_bytes}' from run $$,
  $$ values (1, '3') $$, 'one row is left'
);
select throws_ok($$ select pg_temp.record('{"name": "../../etc/passwd"}') $$, 'PT400', null, 'a path is no name');
select throws_ok($$ select pg_temp.record('{"sha256": "ABC"}') $$, 'PT400', null, 'a short hash');
select throws_ok($$ select pg_temp.record('{"location": "https://elsewhere"}') $$, 'PT400', null, 'another place');
select throws_ok($$ select pg_temp.record('{"size_bytes": 1e30}') $$, 'PT400', null, 'an impossible size');

select tests.as_owner();
select * from finish();
