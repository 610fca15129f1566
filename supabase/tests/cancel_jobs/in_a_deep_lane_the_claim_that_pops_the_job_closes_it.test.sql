-- commits: it moves a sequence, which no rollback undoes
select plan(4);

select tests.fix_random(0.5);
select count(*) from api.enqueue_job('demo.first');
select setval('pgmq.q_cogo_default_normal_msg_id_seq', 30000);
select count(*) from api.enqueue_jobs('[{"type": "demo.doomed"}, {"type": "demo.last"}]');
select is(
  (select outcome from api.cancel_jobs(array[(select job_id from api.list_jobs(type_prefix => 'demo.doomed'))])),
  'cancel_requested', 'the lane is too deep to be searched for the message'
);
select is((select state from api.list_jobs(type_prefix => 'demo.doomed')), 'queued', 'so it stands there still');
select results_eq(
  $$ select type from api.claim_jobs('worker', 10) order by job_id $$, array['demo.first', 'demo.last'],
  'a claim passes it by'
);
select is((select state from api.list_jobs(type_prefix => 'demo.doomed')), 'cancelled', 'and closes it');

select * from finish();
