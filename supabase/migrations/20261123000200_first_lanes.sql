-- Hand-written: the executors that are there from the start, and the types of job they take.
select cogo.open_lanes(present.executor)
from (values ('default'), ('orchestrator'), ('quality')) as present (executor);

select api.register_job_type(present.type, present.executor)
from (
  values ('*', 'default'), ('orchestrator.*', 'orchestrator'), ('quality.*', 'quality')
) as present (type, executor);
