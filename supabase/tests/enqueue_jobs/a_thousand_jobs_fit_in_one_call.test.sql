select plan(4);

select tests.as_operator();
select is(
  (select count(*) from api.enqueue_jobs((select jsonb_agg('{"type": "demo.a"}'::jsonb) from generate_series(1, 1000)))),
  1000::bigint, 'a thousand jobs are taken'
);
select is((select depth from api.queue_stats() where queue_name = 'cogo_default_normal'), 1000::bigint, 'and are ready');
select is((select count(*) from api.claim_jobs('worker', 1000)), 1000::bigint, 'one claim may take them all');
select is_empty($$ select * from api.claim_jobs('worker', 1000) $$, 'once');

select * from finish();
