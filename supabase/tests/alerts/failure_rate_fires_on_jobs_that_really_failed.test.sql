-- commits: events are folded once their transaction has ended
select plan(4);
select tests.as_owner(), tests.freeze_clock('2030-01-01 12:00:10+00');
select count(*) from cogo.enqueue_jobs((select jsonb_agg('{"type": "demo.a"}'::jsonb) from generate_series(1, 40)));
create temporary table held as select * from cogo.claim_jobs('w', 40, 'default', true);
select count(*) from api.fail_jobs((select jsonb_agg(jsonb_build_object('job_id', job_id, 'fence', fence, 'error', '{"class": "permanent", "message": "x"}'::jsonb)) from (select * from held order by job_id limit 32) as bad));
select count(*) from api.complete_jobs((select jsonb_agg(jsonb_build_object('job_id', job_id, 'fence', fence)) from (select * from held order by job_id offset 32) as good));
commit;
select cogo.fold_events();
commit;
select cogo.fold_events();
commit;
select is(tests.alert('failure_rate', '1 minute'), 'firing/critical, told fired', 'four of five failed');
select matches((select message from cogo.alerts where slo = 'failure_rate'), '^32 of 40 ended jobs failed for good', 'and it says so');
select tests.move_clock('4 days'), tests.feed('jobs', '{"succeeded": 100}');
select is(tests.alert('failure_rate', '1 minute', 5), 'firing/critical', 'when jobs succeed again it is not over at once');
select is(tests.alert('failure_rate', '1 minute', 1), 'ok, told recovered', 'but after five minutes');
select * from finish();
