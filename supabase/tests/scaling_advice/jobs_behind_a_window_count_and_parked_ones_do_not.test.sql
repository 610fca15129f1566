select plan(6);

select tests.fix_random(0.5);
create function pg_temp.now_of(word text) returns jsonb language sql as
  $$ select api.metrics_summary() -> 'now' -> word $$;
create temporary table hot on commit drop as
  select made.job_id from api.enqueue_jobs((select jsonb_agg('{"type": "demo.hot", "concurrency_key": "k"}'::jsonb) from generate_series(1, 20))) as made;
select count(*) from api.claim_jobs('worker', 1);
select is((select count(*) from api.claim_jobs('worker', 1)), 0::bigint, 'a key lets one run, the others park');
select is(cogo.scaling_advice('default') #> '{executors,0,depth}', '0', 'no worker helps those that are parked');
select is(pg_temp.now_of('waiting'), '19', 'but they are open, and told as waiting');

select api.set_fairness('default', 10);
select api.enqueue_jobs((select jsonb_agg(jsonb_build_object('type', 'demo.a', 'tenant_id', '11111111-1111-1111-1111-111111111111')) from generate_series(1, 40)));
select is(cogo.scaling_advice('default') #> '{executors,0,depth}', '40', 'those behind the window want workers like those in it');
select is(pg_temp.now_of('waiting'), '49', 'and are told as waiting for their turn');
select is(pg_temp.now_of('queued'), '59', 'all that is queued is counted once');

select * from finish();
