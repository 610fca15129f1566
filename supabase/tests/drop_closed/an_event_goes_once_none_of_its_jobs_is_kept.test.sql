select plan(9);

select tests.as_operator();
select tests.fix_random(0.5);
select api.register_job_type('long.*', keep_succeeded_seconds => 2592000);
select api.enqueue_jobs('[{"type": "demo.a"}, {"type": "long.a"}]');
create temporary table done on commit drop as select * from api.claim_jobs('w', 2, start => true);
select count(*) from (select array_agg(job_id) as jobs, array_agg(fence) as fences from done) as all_of_them, api.complete(jobs, fences);
select api.enqueue_job('demo.a', run_at => cogo.now_() + interval '3 days');
select tests.move_clock('3 days');
create temporary table late on commit drop as select * from api.claim_jobs('w', 1, start => true);
select count(*) from late, api.complete(array[late.job_id], array[late.fence]);

select is(tests.retain('5 days'), '{"jobs": 1, "events": 0}', 'the first goes, its events tell of another one');
select is((select tests.history(job_id) from done where type = 'long.a'), 'enqueued claimed started succeeded', 'whose history is whole');
select tests.lives_clean();
select is(tests.retain('4 days') ->> 'jobs', '1', 'the late one goes');
select tests.as_owner();
select is_empty($$ select * from cogo.events, late where job_ids = array[late.job_id] $$, 'with events as old as itself');
select tests.lives_clean();
select is(tests.retain('18 days 12 hours') ->> 'jobs', '1', 'the long one goes');
select is(tests.retain('1 day') ->> 'events', '4', 'its events a day later');
select is_empty('select * from cogo.events', 'nothing is left');

select * from finish();
