select plan(9);

select tests.as_operator();
create temporary table held on commit drop as select * from tests.hold();
create temporary table kept on commit drop as
  select api.put_artifact(job_id, fence, 'a.log', 'text/plain', 1, repeat('a', 64)) ->> 'location' as location from held;
select tests.as_owner();
create function pg_temp.place(hash text) returns text language sql as $$
  select concat('local:', cogo.default_tenant(), '/', hash)
$$;

select is(cogo.doom_artifacts(array[location, pg_temp.place(repeat('b', 64))]), array[pg_temp.place(repeat('b', 64))],
  'of two places the one that nothing names') from kept;
select tests.refuses(
  format($$ select api.put_artifact(%s, %s, 'b.log', 'text/plain', 1, repeat('b', 64)) $$, job_id, fence),
  'PT409', 'try_again', 'deleted just now', 'until they are gone nobody records them'
) from held;
select cogo.artifacts_swept(array[pg_temp.place(repeat('b', 64))], true);
select is(
  (select api.put_artifact(job_id, fence, 'b.log', 'text/plain', 1, repeat('b', 64)) ->> 'outcome' from held), 'created', 'then they may be'
);
select is(cogo.artifacts_due(), false, 'the next round is not due');
select tests.move_clock('61 minutes');
select is(cogo.artifacts_due(), true, 'but in an hour');
select cogo.doom_artifacts(array[pg_temp.place(repeat('c', 64))]);
select tests.move_clock('11 minutes');
select is(
  (select api.put_artifact(job_id, fence, 'c.log', 'text/plain', 1, repeat('c', 64)) ->> 'outcome' from held), 'created',
  'a sweep that died stops nobody for longer than ten minutes'
);
select is(cogo.doom_artifacts('{}'), '{}', 'nothing is nothing');
select tests.refuses('select cogo.doom_artifacts(null)', 'PT400', 'bad_argument', 'locations', 'no list at all');
select is(
  (select cogo.open_artifact_link(artifact.id) ->> 'name' from cogo.artifacts as artifact where name = 'a.log'), 'a.log', 'a link finds what it stands for'
);

select * from finish();
