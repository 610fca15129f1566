select plan(9);

select tests.as_operator();
select tests.fix_random(0.5);
create temporary table hold on commit drop as select * from tests.hold('{"type": "demo.a", "max_attempts": 2}');
select tests.move_clock('59 seconds');
select is((cogo.sweep() ->> 'expired')::integer, 0, 'a live lease is left alone');
select tests.move_clock('2 seconds');
select is((cogo.sweep() ->> 'expired')::integer, 1, 'one that ended is swept');
select is((select tests.state(job_id) from hold), 'queued', 'its job is queued at once');
select is((select api.get_job(job_id) #>> '{attempts,0,outcome}' from hold), 'lease_expired', 'the attempt tells why');
create temporary table next on commit drop as select * from api.claim_jobs('other', start => true);
select is((select attempt from next), 2, 'an attempt was used');
select tests.move_clock('61 seconds');
select is((cogo.sweep() ->> 'expired')::integer, 1, 'the last attempt falls silent, too');
select is(
  (select api.get_job(job_id) -> 'dead_letter' from hold),
  '{"stage": "exec", "reason": "infrastructure_failure", "redriven_job_id": null}', 'that is a dead letter'
);
select is(
  (select tests.history(job_id) from hold),
  'enqueued claimed started lease_expired claimed started failed dead_lettered', 'the events'
);
select is((cogo.sweep() ->> 'expired')::integer, 0, 'a repeat finds nothing');

select * from finish();
