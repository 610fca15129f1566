select plan(8);

select tests.as_operator();
select tests.fix_random(0.5);
create temporary table made on commit drop as select * from api.enqueue_jobs(jsonb_build_array(
  jsonb_build_object('type', 'demo.third', 'run_at', cogo.now_() + interval '2 hours'),
  '{"type": "demo.second", "delay_seconds": 3600}'::jsonb, '{"type": "demo.first", "delay_seconds": 0}'::jsonb,
  jsonb_build_object('type', 'demo.past', 'run_at', cogo.now_() - interval '1 day')
));
select is((select waiting from api.queue_stats() where queue_name = 'cogo_default_normal'), 2::bigint, 'two wait for their time');
select is((select tests.state(job_id) from made where ordinal = 1), 'queued', 'in state queued');
select isnt((select api.get_job(job_id) ->> 'run_at' from made where ordinal = 1), null, 'get_job tells until when');
select set_eq(
  $$ select type from api.claim_jobs('worker', 10) $$, array['demo.first', 'demo.past'], 'no delay and a time that has passed mean now'
);
select tests.move_clock('59 minutes');
select is_empty($$ select * from api.claim_jobs('worker', 10) $$, 'not before');
select tests.move_clock('2 minutes');
select set_eq($$ select type from api.claim_jobs('worker', 10) $$, array['demo.second'], 'a claim brings in what is due');
select tests.move_clock('1 hour');
select is((cogo.sweep() ->> 'promoted')::integer, 1, 'so does the sweep');
select ok('demo.third' in (select type from api.claim_jobs('worker', 10)), 'which a claim then finds');

select * from finish();
