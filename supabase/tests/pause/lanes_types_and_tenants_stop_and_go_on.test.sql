select plan(10);
select tests.as_operator();
select api.enqueue_jobs('[{"type":"demo.a"},{"type":"demo.b"},{"type":"demo.a"}]');
select ok(api.pause('type', 'demo.a', reason => 'broken'), 'a type is paused');
select is((select array_agg(type) from api.claim_jobs('worker', 10)), array['demo.b'], 'others run');
select is((select count(*)::integer from api.claim_jobs('worker', 10)), 0, 'it does not');
select ok(not api.resume('type', 'demo.a'), 'resumed');
select is((select count(*)::integer from api.claim_jobs('worker', 10)), 2, 'its jobs run');
select is((select count(*)::integer from api.list_limits()), 0, 'a pause leaves no limit behind');

select api.enqueue_jobs('[{"type":"demo.a"}]');
select api.pause('lane', 'default');
select is((select count(*)::integer from api.claim_jobs('worker', 10)), 0, 'a paused executor hands nothing out');
select api.resume('lane', 'cogo_default_normal');
select is((select count(*)::integer from api.claim_jobs('worker', 10)), 1, 'one lane may be resumed alone');
select tests.refuses($$ select api.pause('lane', 'nowhere') $$, 'PT400', 'bad_argument', 'nowhere');
select tests.lives_clean();
select * from finish();
