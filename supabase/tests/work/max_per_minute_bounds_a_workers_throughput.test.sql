select plan(7);

select tests.as_operator();
select tests.fix_random(0.5);
select api.register_worker('w', max_per_minute => 60);
select api.enqueue_jobs(jsonb_agg('{"type": "demo.a"}'::jsonb)) from generate_series(1, 100);
select is((select count(*) from api.claim_jobs('w', 100)), 10::bigint, 'ten seconds'' worth at once');
select is((select count(*) from api.claim_jobs('w', 100)), 0::bigint, 'then nothing');
select tests.move_clock('3 seconds');
select is((select count(*) from api.claim_jobs('w', 100)), 3::bigint, 'then one a second');
select tests.move_clock('9 seconds');
select api.register_worker('w', max_per_minute => 60);
select is((select count(*) from api.claim_jobs('w', 2)), 2::bigint, 'registering again fills nothing up');
select is((select count(*) from api.claim_jobs('w', 100)), 7::bigint, 'and what was not asked for stays');
select tests.move_clock('10 minutes');
select is((select count(*) from api.claim_jobs('w', 100)), 10::bigint, 'it does not save up more');
select api.register_worker('slow', max_per_minute => 1);
select is((select count(*) from api.claim_jobs('slow', 100)), 1::bigint, 'the slowest gets one');

select * from finish();
