select plan(9);

select tests.fix_random(0.5);
select tests.as_agent('00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-0000000000a1');
select api.register_worker('w', prefetch_max => 1);
select tests.as_agent('00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-0000000000a2');
select tests.refuses($$ select api.register_worker('w') $$, 'PT409', 'worker_taken', 'w', 'another agent of the tenant may not take a live name');
select tests.refuses($$ select api.worker_heartbeat('w') $$, 'PT404', 'worker_not_found', 'w', 'nor beat for it');
select is((select api.unregister_worker('w') ->> 'outcome'), 'not_registered', 'nor say its goodbye');
select api.enqueue_jobs('[{"type": "demo.a"}, {"type": "demo.a"}]');
select is((select count(*) from api.claim_jobs('w', 2)), 2::bigint, 'a worker of the same name that is not it is not clipped');
select is((select api.drain_worker('w') ->> 'state'), 'draining', 'but it may ask a worker of its tenant to drain');

select tests.as_agent('00000000-0000-4000-8000-00000000000b', '00000000-0000-4000-8000-0000000000b1');
select is((select api.register_worker('w') ->> 'worker'), 'w', 'the name is free in another tenant');
select tests.refuses(
  $$ select api.drain_worker('w', '00000000-0000-4000-8000-00000000000a') $$, 'PT404', 'worker_not_found', 'w', 'which cannot touch the first'
);
select is((select count(*) from api.list_workers()), 1::bigint, 'nor see it');

select tests.as_agent('00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-0000000000a2');
select tests.move_clock('31 seconds');
select is((select api.register_worker('w') ->> 'worker'), 'w', 'an orphan''s name is free for its tenant''s agents');

select * from finish();
