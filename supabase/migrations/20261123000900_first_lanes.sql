-- Hand-written: queues and rows are not part of the declared schema.
select cogo.open_lanes('default');
select cogo.open_lanes('orchestrator');
select cogo.open_lanes('quality');

insert into cogo.job_types (type, executor)
values
  ('*', 'default'),
  ('orchestrator.*', 'orchestrator'),
  ('quality.*', 'quality')
on conflict (type) do nothing;
