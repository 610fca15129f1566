-- commits: floors move only between transactions
select plan(0);

select tests.fix_random(0.5);
select count(*) from api.enqueue_jobs((select jsonb_agg('{"type": "demo.a"}'::jsonb) from generate_series(1, 20)));
select cogo.sweep();
select is((select floor_at from cogo.lane_hints('default') where queue_name = 'default_normal'), 0::bigint, 'a full lane has its floor below');
create temporary table first as select * from api.claim_jobs('worker', 15);
select cogo.sweep();
select cogo.sweep();
select is((select floor_at from cogo.lane_hints('default') where queue_name = 'default_normal'), 15::bigint, 'fifteen gone, the floor is fifteen');
select is_empty('select * from cogo.verify()', 'nothing lies below it');
select is((select count(*) from api.claim_jobs('worker', 15)), 5::bigint, 'the rest is found above it');
select cogo.sweep();
select cogo.sweep();
select is((select count(*) from cogo.lane_hints('default') where tail > floor_at), 0::bigint, 'a dry lane is known to be dry');
select count(*) from api.enqueue_job('demo.b');
select is((select count(*) from cogo.lane_hints('default') where tail > floor_at), 1::bigint, 'until work comes');
select is((select type from api.claim_jobs('worker', 15)), 'demo.b', 'which is found at once');

select * from finish();
