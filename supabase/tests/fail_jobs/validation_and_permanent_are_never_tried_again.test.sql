select plan(4);

select tests.as_operator();
select tests.fix_random(0.5);
create temporary table one on commit drop as select * from tests.hold();
select is((select outcome from one, api.fail_jobs(tests.item(one.job_id, one.fence, '{"error": {"class": "validation", "message": "x"}}'))), 'dead_lettered', 'validation');
create temporary table two on commit drop as select * from tests.hold();
select is((select outcome from two, api.fail_jobs(tests.item(two.job_id, two.fence, '{"error": {"class": "permanent", "message": "x"}, "retry_in_seconds": 5}'))), 'dead_lettered', 'permanent, whatever delay is wished');
select is((select retry_at from two, api.fail_jobs(tests.item(two.job_id, two.fence, '{"error": {"class": "permanent", "message": "x"}}'))), null, 'there is no next time');
select tests.move_clock('1 day');
select is_empty($$ select * from api.claim_jobs('worker', 10) $$, 'none of them runs again');

select * from finish();
