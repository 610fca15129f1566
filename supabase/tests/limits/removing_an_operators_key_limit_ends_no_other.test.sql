select plan(4);

select tests.as_owner();
select api.set_limit('key', 'vip', cogo.default_tenant(), max_running => 5);
select count(*) from api.enqueue_jobs('[{"type": "demo.a", "concurrency_key": "k"}, {"type": "demo.a", "concurrency_key": "k"}]');
select is(api.remove_limit('key', 'vip', cogo.default_tenant()), true, 'the only limit an operator had set goes');
select is((select count(*) from api.claim_jobs('worker', 5)), 1::bigint, 'keys are limited by their types still');
select is_empty('select * from api.list_limits()', 'though none is listed');
select tests.lives_clean();

select * from finish();
