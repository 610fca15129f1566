create view cogo.job_overview with (security_invoker = true) as
select
  job.id,
  cogo.uuid_v7(job.created_at, job.id) as public_id,
  job.tenant_id,
  job.type,
  case
    when final.outcome is not null then final.outcome
    when held.started_at is not null then 'running'
    when held.job_id is not null then 'assigned'
    else 'queued'
  end as state,
  case
    when final.outcome is not null then 'closed'
    when held.job_id is not null then 'with ' || claim.worker
    when waiting.job_id is not null then 'waits until ' || to_char(waiting.run_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS') || ' UTC'
    when blocked.job_id is not null then 'waits for other jobs'
    when parked.job_id is not null then 'waits at a limit'
    when backlog.job_id is not null then 'waits for its tenant''s turn'
    when over_bound.job_id is not null then 'waits for room under its tenant''s bound'
    else 'ready in its lane'
  end as place,
  lane.queue_name as lane,
  coalesce(
    final.attempt, held.attempt, waiting.attempt, parked.attempt, backlog.attempt,
    (
      select past.attempt + case when past.outcome = 'released' then 0 else 1 end
      from cogo.attempts as past where past.job_id = job.id order by past.fence desc limit 1
    ),
    1
  )::integer as attempt,
  job.max_attempts::integer as max_attempts,
  date_trunc('second', coalesce(final.finished_at, clock.at) - job.created_at) as age,
  (
    select past.error ->> 'message' from cogo.attempts as past
    where past.job_id = job.id and past.error is not null order by past.fence desc limit 1
  ) as last_error,
  coalesce(final.worker, claim.worker) as worker,
  cancels.job_id is not null as is_cancel_asked,
  job.created_at,
  coalesce(final.started_at, held.started_at) as started_at,
  final.finished_at
from cogo.jobs as job
-- A volatile function among the columns would keep a page from going by the index.
cross join (select cogo.now_() as at) as clock
join cogo.lanes as lane on lane.lane_id = job.lane_id
left join cogo.attempts as final on final.job_id = job.id and final.final
left join cogo.held on held.job_id = job.id
left join cogo.claims as claim on claim.fence = held.fence
left join cogo.waiting on waiting.job_id = job.id
left join cogo.blocked on blocked.job_id = job.id
left join cogo.parked on parked.job_id = job.id
left join cogo.backlog on backlog.job_id = job.id
left join cogo.over_bound on over_bound.job_id = job.id
left join cogo.cancels on cancels.job_id = job.id;

comment on view cogo.job_overview is
  'Every job with its state and where it stands, for people. Sort by id, or look one up by it: both go by an index.';
comment on column cogo.job_overview.id is 'The number that all RPCs take as job_id.';
comment on column cogo.job_overview.public_id is 'The id in events and messages; it is derived, so look jobs up by id.';
comment on column cogo.job_overview.tenant_id is 'Whose job it is; zeros = an operator''s.';
comment on column cogo.job_overview.type is 'What is to be done: the worker''s handler goes by it.';
comment on column cogo.job_overview.state is 'queued, assigned, running, succeeded, failed or cancelled.';
comment on column cogo.job_overview.place is 'Where it stands now, and for what it waits.';
comment on column cogo.job_overview.lane is 'The pgmq queue of its executor and priority.';
comment on column cogo.job_overview.attempt is 'The try that is under way, or comes next; of a closed job the last.';
comment on column cogo.job_overview.max_attempts is 'How often it is tried before it is dead.';
comment on column cogo.job_overview.age is 'From enqueue to its end, or until now.';
comment on column cogo.job_overview.last_error is 'What the last failed try said.';
comment on column cogo.job_overview.worker is 'Who has it, or had it last.';
comment on column cogo.job_overview.is_cancel_asked is 'Somebody wants it cancelled; its holder hears of it at the next renewal.';
comment on column cogo.job_overview.created_at is 'When it was enqueued.';
comment on column cogo.job_overview.started_at is 'When the try began that is under way or was the last.';
comment on column cogo.job_overview.finished_at is 'When it was closed; null = it is open.';
