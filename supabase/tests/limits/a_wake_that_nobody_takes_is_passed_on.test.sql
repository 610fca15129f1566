select plan(4);

select tests.fix_random(0.5);
select count(*) from api.open_lanes('gpu');
select api.set_limit('tenant', max_running => 1);
create temporary table hold on commit drop as select * from tests.hold();
select count(*) from api.enqueue_jobs('[{"type": "demo.gpu", "executor": "gpu"}, {"type": "demo.gpu", "executor": "gpu"}]');
select is((select count(*) from api.claim_jobs('gpu', 5, 'gpu')), 0::bigint, 'two jobs of another pool park, and its workers go');
select count(*) from api.enqueue_job('demo.b');
select is((select count(*) from api.claim_jobs('worker', 5)), 0::bigint, 'so does one of a pool that lives');
select count(*) from hold, api.complete(array[hold.job_id], array[hold.fence]);
do $$ begin for turn in 1 .. 4 loop perform tests.move_clock('11 seconds'), cogo.sweep(); end loop; end $$;
select is((select type from api.claim_jobs('worker', 5)), 'demo.b', 'the wakes of the dead pool did not cost it its turn');
select tests.lives_clean();

select * from finish();
