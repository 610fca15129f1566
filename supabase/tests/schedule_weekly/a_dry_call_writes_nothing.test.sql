select plan(4);

select tests.as_operator();
select is(api.schedule_weekly(dry => true) ->> 'run_id', null, 'there is no run');
select is(
  api.schedule_weekly(dry => true) -> 'plan',
  '["orchestrator.decide", "quality.lint", "quality.check", "quality.test", "quality.aggregate"]',
  'but the plan is told'
);

select tests.as_owner();
select is_empty('select * from cogo.quality_runs', 'no run was opened');
select is_empty('select * from cogo.jobs', 'no job was enqueued');
select * from finish();
