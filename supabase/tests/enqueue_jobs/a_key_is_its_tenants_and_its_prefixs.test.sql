select plan(1);

create temporary table made (job_id bigint, created boolean) on commit drop;
grant all on made to public;
select tests.as_agent('00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-0000000000a1');
insert into made select job_id, created from api.enqueue_job('demo.a', '{"n": 1}', 'k');
insert into made select job_id, created from api.enqueue_job('other.a', '{"n": 2}', 'k');
select tests.as_agent('00000000-0000-4000-8000-00000000000b', '00000000-0000-4000-8000-0000000000b1');
insert into made select job_id, created from api.enqueue_job('demo.a', '{"n": 3}', 'k');
select tests.as_operator();
insert into made select job_id, created from api.enqueue_job('demo.a', '{"n": 4}', 'k');

select is((select count(distinct job_id) filter (where created) from made), 4::bigint, 'the same key four times, four jobs');

select * from finish();
