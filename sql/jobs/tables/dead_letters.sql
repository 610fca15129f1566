create table cogo.dead_letters (
  job_id bigint primary key,
  tenant_id uuid not null,
  dead_at timestamptz not null,
  attempt smallint not null,
  redriven_job_id bigint,
  stage text not null,
  reason text not null,
  error jsonb,
  constraint stage_is_known check (stage in ('input', 'fetch', 'exec', 'output', 'commit')),
  constraint reason_is_known check (
    reason in (
      'parse_error', 'validation_failed', 'dependency_unavailable', 'timeout', 'exhausted_retries',
      'policy_violation', 'infrastructure_failure', 'compensation_failed'
    )
  )
);

create index dead_letters_dead_at_idx on cogo.dead_letters (dead_at desc, job_id desc);

comment on table cogo.dead_letters is
  'Failed jobs, with the stage they failed at and why. A redrive makes a new job and notes its number here.';

alter table cogo.dead_letters enable row level security;
