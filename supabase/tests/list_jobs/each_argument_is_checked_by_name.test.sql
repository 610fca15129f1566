select plan(8);

select tests.as_operator();
select count(*) from api.enqueue_job('demo.a');
select tests.refuses($$ select api.list_jobs('done') $$, 'PT400', 'bad_argument', 'only_state');
select tests.refuses($$ select api.list_jobs(row_limit => 0) $$, 'PT400', 'bad_argument', 'row_limit');
select tests.refuses($$ select api.list_jobs(row_limit => 1001) $$, 'PT400', 'bad_argument', 'row_limit');
select tests.refuses($$ select api.list_jobs(row_limit => null) $$, 'PT400', 'bad_argument', 'row_limit');
select is((select count(*) from api.list_jobs(before_job_id => 9223372036854775807)), 1::bigint, 'a cursor above everything shows everything');
select is_empty($$ select * from api.list_jobs(before_job_id => 1) $$, 'a cursor at the first shows nothing');
select tests.refuses($$ select api.list_jobs(before_job_id => 0) $$, 'PT400', 'bad_argument', 'before_job_id');
select tests.refuses($$ select api.list_jobs(before_job_id => (-9223372036854775808)::bigint) $$, 'PT400', 'bad_argument', 'before_job_id');

select * from finish();
