create view cogo.job_states with (security_invoker = true) as
select
  job.id as job_id,
  cogo.uuid_v7(job.created_at, job.id) as id,
  job.tenant_id,
  job.type,
  lane.executor,
  lane.priority,
  case
    when final.outcome is not null then final.outcome
    when held.started_at is not null then 'running'
    when held.job_id is not null then 'assigned'
    else 'queued'
  end as state,
  coalesce(final.attempt, held.attempt, waiting.attempt, parked.attempt, backlog.attempt)::integer as attempt,
  job.max_attempts::integer as max_attempts,
  job.created_at,
  coalesce(waiting.run_at, parked.woken_at) as run_at,
  coalesce(final.claimed_at, claim.claimed_at) as assigned_at,
  coalesce(final.started_at, held.started_at) as started_at,
  final.finished_at,
  coalesce(final.worker, claim.worker) as worker,
  coalesce(held.fence, final.fence) as fence,
  claim.lease_expires_at,
  cancels.job_id is not null as cancel_requested,
  blocked.job_id is not null as blocked,
  parked.limit_hash as parked_at
from cogo.jobs as job
join cogo.lanes as lane on lane.lane_id = job.lane_id
left join cogo.attempts as final on final.job_id = job.id and final.final
left join cogo.held on held.job_id = job.id
left join cogo.claims as claim on claim.fence = held.fence
left join cogo.waiting on waiting.job_id = job.id
left join cogo.blocked on blocked.job_id = job.id
left join cogo.backlog on backlog.job_id = job.id
left join cogo.parked on parked.job_id = job.id
left join cogo.cancels on cancels.job_id = job.id;

comment on view cogo.job_states is
  'The state machine of docs/specs/STATE_MACHINE_V1.md, derived from where each job stands. There is no state column to fall out of step.';
