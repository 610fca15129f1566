create table cogo.dead_letters (
  job_id bigint primary key,
  tenant_id uuid not null,
  dead_at timestamptz not null,
  attempt smallint not null,
  redriven_job_id bigint,
  discarded_at timestamptz,
  discarded_by text,
  discard_reason text,
  stage text not null,
  reason text not null,
  error jsonb,
  constraint stage_is_known check (stage in ('input', 'fetch', 'exec', 'output', 'commit')),
  constraint reason_is_known check (
    reason in (
      'parse_error', 'validation_failed', 'dependency_unavailable', 'timeout', 'exhausted_retries',
      'policy_violation', 'infrastructure_failure', 'compensation_failed'
    )
  ),
  constraint a_discard_says_who_when_and_why check (
    num_nonnulls(discarded_at, discarded_by, discard_reason) in (0, 3) and length(discard_reason) between 1 and 1000
  ),
  constraint what_is_discarded_is_not_redriven check (discarded_at is null or redriven_job_id is null)
);

create index dead_letters_dead_at_idx on cogo.dead_letters (dead_at desc, job_id desc);
create index dead_letters_tenant_idx on cogo.dead_letters (tenant_id, dead_at desc, job_id desc);
create index dead_letters_open_idx on cogo.dead_letters (dead_at, job_id)
  where redriven_job_id is null and discarded_at is null;

comment on table cogo.dead_letters is
  'Failed jobs, with the stage they failed at and why. A redrive makes a new job and notes its number here.';
comment on column cogo.dead_letters.discarded_by is 'agent <id>, or operator.';

alter table cogo.dead_letters enable row level security;
