select plan(3);

select tests.fix_random(0.5);
select tests.move_clock(date_trunc('minute', now()) + interval '1 minute' - now());
select api.enqueue_jobs('[{"type": "demo.a"}, {"type": "demo.a"}]');
select tests.move_clock('3 seconds');
select api.claim_jobs('w', 2);
select cogo.fold_executor_minutes(0, (select max(event.id) from cogo.events as event), cogo.now_());
select is(cogo.scaling_advice('default') #> '{executors,0,wait_p95_ms}', '4096', 'three seconds are under 4,096 ms');
select cogo.fold_executor_minutes(0, (select max(event.id) from cogo.events as event), cogo.now_());
select is((select arrived from cogo.executor_minutes), 4::bigint, 'what is folded later is added');
select cogo.fold_executor_minutes(0, 0, cogo.now_() + interval '2 days');
select is_empty('select * from cogo.executor_minutes', 'and kept for a day');

select * from finish();
