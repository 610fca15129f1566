select plan(4);

select tests.fix_random(0.5);
select tests.as_agent('00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-0000000000a1');
select count(*) from api.enqueue_jobs('[{"type": "demo.a"}, {"type": "demo.a", "delay_seconds": 60}]');
select tests.as_agent('00000000-0000-4000-8000-00000000000b', '00000000-0000-4000-8000-0000000000b1');
select count(*) from api.enqueue_job('demo.b');

select results_eq($$ select type from api.claim_jobs('worker', 10) $$, array['demo.b'], 'another tenant''s work is not there');
select tests.move_clock('2 minutes');
select is_empty($$ select * from api.claim_jobs('worker', 10) where type = 'demo.a' $$, 'nor when it falls due');
select tests.as_agent('00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-0000000000a2');
select is((select count(*) from api.claim_jobs('worker', 10)), 2::bigint, 'any agent of the tenant may take it');
select tests.as_agent('00000000-0000-4000-8000-00000000000b', '00000000-0000-4000-8000-0000000000b1');
select count(*) from api.enqueue_job('demo.b');
select tests.as_operator();
select is((select count(*) from api.claim_jobs('worker', 10) where type = 'demo.b'), 1::bigint, 'an operator''s worker takes everybody''s');

select * from finish();
