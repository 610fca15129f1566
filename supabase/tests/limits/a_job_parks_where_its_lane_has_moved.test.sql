select plan(5);

select tests.fix_random(0.5);
select count(*) from api.open_lanes('gpu');
select count(*) from api.enqueue_jobs('[
  {"type": "demo.a", "executor": "gpu", "concurrency_key": "k"}, {"type": "demo.a", "executor": "gpu", "concurrency_key": "k"}
]');
do $$ begin for turn in 1 .. 3 loop perform count(*) from api.close_lanes('gpu', move_to => 'quality'); end loop; end $$;
select set_eq($$ select state from api.close_lanes('gpu', move_to => 'quality') $$, array['closed'], 'the lanes of its executor have moved and are gone');
create temporary table hold on commit drop as select * from api.claim_jobs('worker', 5, 'quality');
select is((select count(*) from hold), 1::bigint, 'one of the key runs');
select tests.lives_clean();
select count(*) from hold, api.complete(array[hold.job_id], array[hold.fence]);
select is((select count(*) from api.claim_jobs('worker', 5, 'quality')), 1::bigint, 'the other is found where the jobs went');
select tests.lives_clean();

select * from finish();
