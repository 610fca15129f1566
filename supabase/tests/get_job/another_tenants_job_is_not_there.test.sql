select plan(6);

create temporary table theirs (job_id bigint) on commit drop;
grant all on theirs to public;
select tests.as_agent('00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-0000000000a1');
insert into theirs select job_id from api.enqueue_job('demo.a');
select tests.as_agent('00000000-0000-4000-8000-00000000000b', '00000000-0000-4000-8000-0000000000b1');
select tests.refuses($$ select api.get_job(job_id) from theirs $$, 'PT404', 'job_not_found', 'no such job');
select tests.refuses($$ select events.* from theirs, api.job_events(theirs.job_id) as events $$, 'PT404', 'job_not_found', 'no such job');
select tests.refuses($$ select api.get_job(999999) $$, 'PT404', 'job_not_found', '999999', 'nor one that never was');
select tests.refuses($$ select api.get_job(null) $$, 'PT404', 'job_not_found', 'no such job');
select is_empty('select * from api.list_jobs()', 'list_jobs does not show it');
select tests.as_operator();
select is((select tests.state(job_id) from theirs), 'queued', 'an operator sees it');

select * from finish();
