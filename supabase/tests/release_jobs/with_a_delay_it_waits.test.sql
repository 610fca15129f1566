select plan(4);

select tests.as_operator();
select tests.fix_random(0.5);
select tests.freeze_clock(cogo.now_());
create temporary table hold on commit drop as select * from tests.hold();
select is((select outcome from hold, api.release_jobs(tests.item(hold.job_id, hold.fence, '{"delay_seconds": 90.5}'))), 'released', 'given back for later');
select is_empty($$ select * from api.claim_jobs('worker') $$, 'not at once');
select tests.move_clock('90 seconds');
select is_empty($$ select * from api.claim_jobs('worker') $$, 'not a moment early');
select tests.move_clock('1 second');
select is((select job_id from api.claim_jobs('worker')), (select job_id from hold), 'but then');

select * from finish();
