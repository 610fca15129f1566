select plan(5);

select api.register_job_type('wide.*', key_limit => 3);
select count(*) from api.enqueue_jobs('[
  {"type": "wide.a", "concurrency_key": "k"}, {"type": "demo.a", "concurrency_key": "k"}, {"type": "wide.b", "concurrency_key": "k"}
]');
create temporary table hold on commit drop as select * from api.claim_jobs('worker', 10);
select bag_eq('select type from hold', array['wide.a', 'wide.b'], 'one may run beside two others, the other alone only');
select count(*) from (select * from hold limit 1) as one, api.complete(array[one.job_id], array[one.fence]);
select is((select count(*) from api.claim_jobs('worker', 10)), 0::bigint, 'one held is one too many for it');
select count(*) from (select * from hold offset 1) as two, api.complete(array[two.job_id], array[two.fence]);
select is((select type from api.claim_jobs('worker', 10)), 'demo.a', 'none held');
select count(*) from api.enqueue_job('wide.c', concurrency_key => 'k');
select is((select type from api.claim_jobs('worker', 10)), 'wide.c', 'the wider one does not mind it');
select tests.lives_clean();

select * from finish();
