create table cogo.attempts (
  job_id bigint not null,
  fence bigint not null,
  claimed_at timestamptz,
  started_at timestamptz,
  finished_at timestamptz not null,
  attempt smallint not null,
  final boolean not null,
  outcome text not null,
  worker text,
  error jsonb,
  result jsonb,
  constraint attempts_pkey primary key (job_id, fence),
  constraint outcome_is_known check (
    outcome in ('succeeded', 'failed', 'retried', 'released', 'lease_expired', 'cancelled')
  ),
  constraint success_failure_and_cancel_are_final check (final = (outcome in ('succeeded', 'failed', 'cancelled')))
);

create index attempts_unsuccessful_idx on cogo.attempts (job_id) where outcome <> 'succeeded';

comment on table cogo.attempts is
  'How each hold of a job ended. Append-only, written once. A final attempt closes the job.';
comment on column cogo.attempts.attempt is
  'Counts tries, from 1. A release ends a hold without using one, so it may repeat; the fence never does.';
comment on column cogo.attempts.fence is 'The claim under which it was held.';
comment on column cogo.attempts.final is 'Whether it closed the job.';
comment on column cogo.attempts.outcome is 'succeeded, failed, cancelled: closed. retried, released, lease_expired: to be tried again.';

alter table cogo.attempts enable row level security;
