select plan(3);

select tests.as_operator();
select count(*) from api.enqueue_jobs((
  select jsonb_agg(jsonb_build_object('type', 'demo.a', 'priority', (array['urgent', 'normal', 'bulk'])[1 + n % 3]))
  from generate_series(1, 900) as n
));
select tests.seed_random(0.25);
create temporary table drawn (job_id bigint) on commit drop;
do $$
begin
  for turn in 1 .. 210 loop
    insert into drawn select job_id from api.claim_jobs('worker', 1);
  end loop;
end;
$$;
create temporary table share on commit drop as
  select api.get_job(job_id) ->> 'priority' as priority, count(*) as jobs from drawn group by 1;
select ok((select jobs from share where priority = 'urgent') between 140 and 180, 'about 160 of 210 are urgent');
select ok((select jobs from share where priority = 'normal') between 22 and 60, 'about 40 are normal');
select ok((select jobs from share where priority = 'bulk') between 2 and 24, 'about 10 are bulk: nobody starves');

select * from finish();
