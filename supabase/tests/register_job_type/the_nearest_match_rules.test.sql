select plan(7);

select tests.as_operator();
select count(*) from api.register_job_type('demo.*', max_attempts => 2);
select count(*) from api.register_job_type('demo.deep.*', max_attempts => 3);
select count(*) from api.register_job_type('demo.deep.name', max_attempts => 4);
create function pg_temp.limit_of(type text) returns integer language plpgsql as $$
declare
  made bigint;
begin
  select job_id into made from api.enqueue_job(limit_of.type);
  return (api.get_job(made) ->> 'max_attempts')::integer;
end;
$$;
select is(pg_temp.limit_of('demo.deep.name'), 4, 'its own name');
select is(pg_temp.limit_of('demo.deep.other'), 3, 'else the nearest prefix');
select is(pg_temp.limit_of('demo.deep.name.more'), 3, 'a name is no prefix');
select is(pg_temp.limit_of('demo.shallow'), 2, 'else a shorter one');
select is(pg_temp.limit_of('demos.a'), 5, 'a prefix ends at a dot: else everything');

select count(*) from api.register_job_type('demo.deep.name', max_attempts => 9);
select is(pg_temp.limit_of('demo.deep.name'), 9, 'registering again replaces');
create temporary table made on commit drop as select job_id from api.enqueue_job('demo.deep.name', max_attempts => 1);
select is((select (api.get_job(job_id) ->> 'max_attempts')::integer from made), 1, 'a job may say otherwise');

select * from finish();
