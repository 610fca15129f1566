select plan(7);

select tests.as_operator();
select tests.fix_random(0.5);
create temporary table made on commit drop as select * from api.enqueue_jobs('[{"type": "demo.ready"}, {"type": "demo.later", "delay_seconds": 60}]');
insert into made select 3, job_id, id, created from api.enqueue_job('demo.blocked', after => (select array_agg(job_id) from made));
create temporary table hold on commit drop as select * from tests.hold('{"type": "demo.again", "priority": "urgent"}');
select count(*) from hold, api.fail_jobs(tests.item(hold.job_id, hold.fence, '{"error": {"class": "transient", "message": "x"}, "retry_in_seconds": 60}'));
insert into made select 4, job_id from hold;

select results_eq(
  $$ select outcome from api.cancel_jobs((select array_agg(job_id order by ordinal) from made), reason => 'not needed') $$,
  array['cancelled', 'cancelled', 'cancelled', 'cancelled'], 'ready, waiting, blocked and to be retried'
);
select is((select array_agg(distinct tests.state(job_id)) from made), array['cancelled'], 'the state');
select is((select api.get_job(job_id) #>> '{error,message}' from made where ordinal = 1), 'not needed', 'the reason is kept');
select is((select tests.history(job_id) from made where ordinal = 3), 'enqueued cancelled', 'the events');
select is((select api.get_job(job_id) ->> 'attempt' from made where ordinal = 4), '2', 'the attempt it would have been');
select tests.move_clock('5 minutes');
select is_empty($$ select * from api.claim_jobs('worker', 10) $$, 'none of them runs');
select results_eq(
  $$ select outcome from api.cancel_jobs((select array_agg(job_id order by ordinal) from made)) $$,
  array['cancelled', 'cancelled', 'cancelled', 'cancelled'], 'a repeat answers alike'
);

select * from finish();
