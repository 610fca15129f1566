select plan(3);

select tests.as_operator();
select tests.fix_random(0.5);
select count(*) from api.enqueue_jobs((
  select jsonb_agg(jsonb_build_object('type', 'demo.a', 'priority', (array['urgent', 'normal', 'bulk'])[1 + n % 3]))
  from generate_series(1, 300) as n
));
create temporary table claimed on commit drop as select * from api.claim_jobs('worker', 21);
create function pg_temp.shares() returns text language sql as $$
  select string_agg(format('%s %s', share.priority, share.jobs), ', ' order by share.jobs desc) from (
    select api.get_job(job_id) ->> 'priority' as priority, count(*) as jobs from claimed group by 1
  ) as share
$$;
select is(pg_temp.shares(), 'urgent 16, normal 4, bulk 1', 'a batch is shared 16 : 4 : 1');

truncate claimed;
insert into claimed select * from api.claim_jobs('worker', 200);
select is((select count(*) from claimed), 200::bigint, 'what a dry lane leaves goes to the others');
truncate claimed;
insert into claimed select * from api.claim_jobs('worker', 200);
select is((select count(*) from claimed), 79::bigint, 'until all is taken');

select * from finish();
