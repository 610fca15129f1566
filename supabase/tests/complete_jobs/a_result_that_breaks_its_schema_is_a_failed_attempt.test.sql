select plan(14);

select tests.as_operator();
select tests.fix_random(0.5);
select api.register_job_type('strict.*', max_attempts => 2, result_schema => '{"type": "object", "required": ["n"], "properties": {"n": {"type": "integer"}}}');
select api.enqueue_jobs('[{"type": "strict.a"}, {"type": "strict.a"}, {"type": "free.a"}]');
create temporary table hold on commit drop as select * from api.claim_jobs('worker', 3, start => true);
create temporary table told on commit drop as select * from api.complete_jobs((
  select jsonb_agg(jsonb_build_object('job_id', job_id, 'fence', fence, 'result', case job_id when (select min(job_id) from hold) then '{"n": 1}'::jsonb else '{"n": "x"}' end) order by job_id) from hold
));
select is((select array_agg(outcome order by job_id) from told), '{succeeded,retried,succeeded}', 'only the one that breaks its own schema fails');
create temporary table broken on commit drop as select hold.* from hold join told on told.job_id = hold.job_id where told.outcome = 'retried';
select is((select outcome from broken, api.complete(array[broken.job_id], array[broken.fence])), 'retried', 'a repeat answers the same');
select is((select tests.history(job_id) from broken), 'enqueued claimed started retried', 'and changes nothing');
select is((select api.get_job(job_id) #>> '{error,reason}' from broken), 'validation_failed', 'the error has its reason');
select is((select api.get_job(job_id) #>> '{error,stage}' from broken), 'output', 'and its stage');
select ok((select api.get_job(job_id) #>> '{error,message}' from broken) like '%/n%', 'and says where');
select tests.move_clock('10 seconds');
select tests.as_owner();
select cogo.sweep();
select tests.as_operator();
create temporary table second on commit drop as select * from api.claim_jobs('worker', 1, start => true);
select is(
  (select api.work('worker', jsonb_build_array(jsonb_build_object('job_id', job_id, 'fence', fence, 'outcome', 'succeeded'))) #>> '{finished,0,outcome}' from second),
  'dead_lettered', 'no result at all breaks it too, and the last attempt is dead'
);
select is((select api.get_job(job_id) #>> '{dead_letter,stage}' from second), 'output', 'at stage output');
select is((select api.get_job(job_id) #>> '{dead_letter,reason}' from second), 'validation_failed', 'for that reason');
select is((select outcome from second, api.complete(array[second.job_id], array[second.fence])), 'dead_lettered', 'a repeat of that answers so');
select is((select outcome from second, api.complete(array[second.job_id], array[second.fence + 1])), 'lease_lost', 'a stale fence does not');

create temporary table failed on commit drop as select * from tests.hold('{"type": "strict.b"}');
select count(*) from failed, api.fail_jobs(tests.item(failed.job_id, failed.fence, '{"error": {"class": "permanent", "message": "x"}}'));
select is((select outcome from failed, api.complete(array[failed.job_id], array[failed.fence])), 'lease_lost', 'an end by fail_jobs is no answer to complete');
create temporary table wished on commit drop as select * from tests.hold('{"type": "strict.b"}');
select count(*) from wished, api.cancel_jobs(array[wished.job_id]);
select is((select outcome from wished, api.complete(array[wished.job_id], array[wished.fence])), 'cancelled', 'a wish to cancel goes first');
select tests.refuses($$ select api.register_job_type('x.y', result_schema => '{"type": "wrong"}') $$, 'PT400', 'bad_argument', 'result_schema');

select * from finish();
