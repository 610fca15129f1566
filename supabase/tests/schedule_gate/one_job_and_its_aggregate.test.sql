select plan(11);

select tests.as_operator();
create temporary table told on commit drop as
select 1 as call, api.schedule_gate('.', '2026-W48') as reply;
insert into told select 2, api.schedule_gate('.', '2026-W48');
insert into told select 3, api.schedule_gate('.', '2026-W48', run_number => 2);
insert into told select 4, api.schedule_weekly('.', '2026-W48');
insert into told select 5, api.schedule_gate('.', '2026-W49', dry => true);

select is(reply ->> 'created', 'true', 'the first call opens a run') from told where call = 1;
select is(reply -> 'plan', '["quality.gate", "quality.aggregate"]', 'of two jobs') from told where call = 1;
select is((select reply - 'created' from told where call = 2), (select reply - 'created' from told where call = 1), 'a repeat answers it');
select is(count(distinct reply ->> 'run_id'), 3::bigint, 'the week''s other numbers and kinds are other runs') from told;
select is(reply ->> 'latest_run_number', '1', 'kinds count for themselves') from told where call = 4;
select is(reply ->> 'run_id', null, 'a dry call opens none') from told where call = 5;

select is(
  api.plan_quality_run((reply ->> 'run_id')::uuid, '{"gates": []}') -> 'job_ids',
  api.get_quality_run((reply ->> 'run_id')::uuid) #> '{jobs}' -> 0 -> 'job_id' || jsonb_build_array() || (api.get_quality_run((reply ->> 'run_id')::uuid) #> '{jobs,1,job_id}'),
  'its plan is kept and enqueues nothing'
) from told where call = 1;
select throws_ok($$ select api.schedule_gate('a' || chr(10)) $$, 'PT400', null, 'targets are checked');

select tests.as_agent('aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa', '11111111-1111-4111-8111-111111111111');
select throws_ok($$ select api.schedule_gate('.') $$, 'PT403', null, 'a tenant may name no folder');

select tests.as_owner();
select is(count(*), 2::bigint, 'one quality.gate job a run') from cogo.jobs where type = 'quality.gate';
select is(state, 'queued', 'the aggregate waits for the gate')
from told join cogo.quality_runs as run on run.id = (reply ->> 'run_id')::uuid join cogo.job_states as job on job.job_id = run.aggregate_job_id
where call = 1;
select * from finish();
