select plan(9);

select tests.as_operator();
select tests.fix_random(0.5);
select api.enqueue_jobs(jsonb_agg('{"type": "demo.a"}'::jsonb)) from generate_series(1, 5);
select api.complete(array[job_id], array[fence]) from api.claim_jobs('w', 5, start => true);
select api.register_job_type('long.*', keep_succeeded_seconds => 86400000);
create temporary table long on commit drop as select * from tests.hold('{"type": "long.a"}');
select count(*) from long, api.complete(array[long.job_id], array[long.fence]);
select tests.retain('0');
select tests.move_clock('8 days');
select is(cogo.drop_closed(2) ->> 'jobs', '2', 'no more than were allowed');
select is(cogo.drop_closed(2) ->> 'jobs', '2', 'it goes on where it was');
select is(cogo.drop_closed(2) ->> 'jobs', '1', 'to the end');
select is(cogo.drop_closed(2) ->> 'jobs', '0', 'and rests');
select tests.lives_clean();
select api.register_job_type('long.*', keep_succeeded_seconds => 604800);
select is(tests.retain('0') ->> 'jobs', '1', 'a type that is kept for a shorter time now is found behind');
select results_eq(
  $$ select job_id is null from api.list_jobs() $$, $$ select true where false $$, 'a list leaps over what is gone'
);
select tests.refuses($$ select cogo.drop_closed(0) $$, 'PT400', 'bad_argument', 'row_limit');
select tests.lives_clean();

select * from finish();
