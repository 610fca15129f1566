select plan(7);

create temporary table theirs (job_id bigint) on commit drop;
grant all on theirs to public;
select tests.as_agent('00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-0000000000a1');
insert into theirs select job_id from api.enqueue_job('demo.a');
select tests.as_agent('00000000-0000-4000-8000-00000000000b', '00000000-0000-4000-8000-0000000000b1');
create temporary table own on commit drop as select job_id from api.enqueue_job('demo.b');
select results_eq(
  $$ select outcome from api.cancel_jobs((select array[999999, own.job_id, theirs.job_id, own.job_id, null] from own, theirs)) $$,
  array['not_found', 'cancelled', 'not_found', 'cancelled', 'not_found'], 'what is another tenant''s is not there'
);
select is_empty($$ select * from api.cancel_jobs('{}') $$, 'no jobs, no rows');
select tests.refuses($$ select api.cancel_jobs(null) $$, 'PT400', 'bad_argument', 'job_ids');
select tests.refuses($$ select api.cancel_jobs(array(select generate_series(1, 1001)::bigint)) $$, 'PT400', 'bad_argument', 'job_ids');
select tests.refuses($$ select api.cancel_jobs('{1}', reason => repeat('x', 1001)) $$, 'PT400', 'bad_argument', 'reason');
select lives_ok($$ select api.cancel_jobs('{1}', null) $$, 'hard left null is soft');
select tests.as_agent('00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-0000000000a1');
select is((select tests.state(job_id) from theirs), 'queued', 'the other tenant''s job is as it was');

select * from finish();
