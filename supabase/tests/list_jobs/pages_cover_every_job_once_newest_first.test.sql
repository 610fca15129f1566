select plan(5);

select tests.as_operator();
select count(*) from api.enqueue_jobs((select jsonb_agg('{"type": "demo.a"}'::jsonb) from generate_series(1, 25)));
create temporary table seen (nth integer generated always as identity, job_id bigint, next_before_job_id bigint) on commit drop;
create function pg_temp.walk(page integer, prefix text default null, state text default null) returns void language plpgsql as $$
declare
  cursor bigint;
begin
  truncate seen;
  loop
    insert into seen (job_id, next_before_job_id)
    select job_id, next_before_job_id from api.list_jobs(state, prefix, cursor, page);
    exit when not found or (select last.next_before_job_id is null from seen as last order by nth desc limit 1);
    select last.next_before_job_id into cursor from seen as last order by nth desc limit 1;
  end loop;
end;
$$;
select pg_temp.walk(4);
select is((select array_agg(job_id order by nth) from seen), (select array_agg(job_id order by job_id desc) from seen), 'newest first');
select is((select count(distinct job_id) || ' of ' || count(*) from seen), '25 of 25', 'four at a time');
select pg_temp.walk(5);
select is((select count(distinct job_id) || ' of ' || count(*) from seen), '25 of 25', 'five at a time, which leaves no rest');
select pg_temp.walk(1);
select is((select count(distinct job_id) || ' of ' || count(*) from seen), '25 of 25', 'one at a time');
select pg_temp.walk(1000);
select is((select count(distinct job_id) || ' of ' || count(*) from seen), '25 of 25', 'all at once');

select * from finish();
