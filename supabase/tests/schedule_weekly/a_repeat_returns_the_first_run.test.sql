select plan(8);

select tests.as_operator();
create temporary table told on commit drop as
select 1 as call, api.schedule_weekly('.', '2026-W48') as reply;
insert into told select 2, api.schedule_weekly('.', '2026-W48');
insert into told select 3, api.schedule_weekly('.', '2026-W48', run_number => 2);
insert into told select 4, api.schedule_weekly('.', '2026-W49');
insert into told select 5, api.schedule_weekly('https://example.org/team/project.git', '2026-W48');

select is(reply ->> 'created', 'true', 'the first call opens a run') from told where call = 1;
select is(reply ->> 'created', 'false', 'the second opens none') from told where call = 2;
select is(
  (select reply - 'created' from told where call = 2), (select reply - 'created' from told where call = 1),
  'but answers the same'
);
select is(count(distinct reply ->> 'run_id'), 4::bigint, 'number, week and target make another run') from told;
select is(reply ->> 'latest_run_number', '2', 'a forced repeat has the next number') from told where call = 3;
select is(
  api.get_quality_run((select (reply ->> 'run_id')::uuid from told where call = 1)) ->> 'verdict', null,
  'the run is open'
);

select tests.as_owner();
select is(count(*), 4::bigint, 'each run has one planner') from cogo.jobs where type = 'orchestrator.decide';
select is(payload ->> 'run_id', reply ->> 'run_id', 'which knows its run')
from told join cogo.jobs as job on job.id = (reply ->> 'job_id')::bigint where call = 1;
select * from finish();
