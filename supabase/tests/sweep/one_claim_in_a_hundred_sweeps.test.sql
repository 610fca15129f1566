select plan(2);

select tests.as_operator();
select tests.fix_random(0.5);
create temporary table hold on commit drop as select * from tests.hold();
select tests.move_clock('61 seconds');
select is_empty($$ select * from api.claim_jobs('other') $$, 'most claims do not sweep');
select tests.fix_random(0.009);
select is((select job_id from api.claim_jobs('other')), (select job_id from hold), 'where there is no clock, claims find the orphans');

select * from finish();
