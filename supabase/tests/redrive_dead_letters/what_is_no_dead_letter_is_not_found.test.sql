select plan(5);

select tests.fix_random(0.5);
create temporary table dead (job_id bigint, fence bigint) on commit drop;
grant all on dead to public;
select tests.as_agent('00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-0000000000a1');
insert into dead select * from tests.hold();
select count(*) from dead, api.fail_jobs(tests.item(dead.job_id, dead.fence, '{"error": {"class": "permanent", "message": "x"}}'));
select tests.as_agent('00000000-0000-4000-8000-00000000000b', '00000000-0000-4000-8000-0000000000b1');
create temporary table alive on commit drop as select job_id from api.enqueue_job('demo.b');
select results_eq(
  $$ select outcome from api.redrive_dead_letters((select array[alive.job_id, dead.job_id, 999999, null] from alive, dead)) $$,
  array['not_found', 'not_found', 'not_found', 'not_found'], 'alive, another tenant''s, unknown, nothing'
);
select is_empty($$ select * from api.redrive_dead_letters('{}') $$, 'no jobs, no rows');
select tests.refuses($$ select api.redrive_dead_letters(null) $$, 'PT400', 'bad_argument', 'job_ids');
select tests.refuses($$ select api.redrive_dead_letters(array(select generate_series(1, 1001)::bigint)) $$, 'PT400', 'bad_argument', 'job_ids');
select tests.as_agent('00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-0000000000a2');
select is((select outcome from dead, api.redrive_dead_letters(array[dead.job_id])), 'redriven', 'an agent of the tenant may redrive it');

select * from finish();
