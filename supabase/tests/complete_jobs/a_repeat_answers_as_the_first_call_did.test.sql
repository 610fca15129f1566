select plan(6);

select tests.as_operator();
create temporary table hold on commit drop as select * from tests.hold();
select is((select outcome from hold, api.complete_jobs(tests.item(hold.job_id, hold.fence, '{"result": 1}'))), 'succeeded', 'first');
select is((select outcome from hold, api.complete_jobs(tests.item(hold.job_id, hold.fence, '{"result": 2}'))), 'succeeded', 'again');
select is((select api.get_job(job_id) ->> 'result' from hold), '1', 'the first result stands');
select is((select tests.history(job_id) from hold), 'enqueued claimed started succeeded', 'there is one event');

select tests.as_agent('00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-0000000000a1');
create temporary table own on commit drop as select * from tests.hold();
select is((select outcome from own, api.complete_jobs(tests.item(own.job_id, own.fence))), 'succeeded', 'an agent, first');
select is((select outcome from own, api.complete_jobs(tests.item(own.job_id, own.fence))), 'succeeded', 'an agent, again');

select * from finish();
