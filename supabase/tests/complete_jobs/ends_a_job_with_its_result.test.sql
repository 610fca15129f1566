select plan(8);

select tests.as_operator();
create temporary table hold on commit drop as select * from tests.hold();
select is(
  (select outcome from hold, api.complete_jobs(tests.item(hold.job_id, hold.fence, '{"result": {"lines": 7}}'))), 'succeeded', 'done'
);
create temporary table job on commit drop as select api.get_job(job_id) as told from hold;
select is((select told ->> 'state' from job), 'succeeded', 'the state');
select is((select told -> 'result' from job), '{"lines": 7}', 'the result');
select is((select told #>> '{attempts,0,outcome}' from job), 'succeeded', 'the attempt');
select is((select told ->> 'worker' from job), 'worker', 'who did it');
select isnt((select told ->> 'finished_at' from job), null, 'when');
select is((select tests.history(job_id) from hold), 'enqueued claimed started succeeded', 'the events');
select is((select sum(held) from api.queue_stats()), 0::numeric, 'nothing is held');

select * from finish();
