create table cogo.schedules (
  id bigint generated always as identity primary key,
  tenant_id uuid not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  anchor timestamptz not null,
  starts_at timestamptz,
  ends_at timestamptz,
  next_due_at timestamptz,
  next_run_at timestamptz,
  last_started_due_at timestamptz,
  every_seconds integer,
  missed_limit integer not null,
  grace_seconds integer not null,
  jitter_seconds integer not null,
  paused boolean not null,
  name text not null,
  cron text,
  time_zone text not null,
  missed text not null,
  overlap text not null,
  job jsonb,
  workflow jsonb,
  constraint a_name_is_its_tenants_once unique (tenant_id, name),
  constraint name_is_1_to_120_characters check (length(name) between 1 and 120),
  constraint it_runs_by_cron_or_by_seconds check (num_nonnulls(cron, every_seconds) = 1),
  constraint seconds_are_1_to_a_year check (every_seconds between 1 and 31536000),
  constraint it_starts_a_job_or_a_workflow check (num_nonnulls(job, workflow) = 1),
  constraint missed_is_known check (missed in ('skip', 'one', 'all')),
  constraint missed_limit_is_1_to_1000 check (missed_limit between 1 and 1000),
  constraint grace_is_1_second_to_a_day check (grace_seconds between 1 and 86400),
  constraint overlap_is_known check (overlap in ('allow', 'skip', 'buffer_one', 'cancel_previous')),
  constraint jitter_is_an_hour_at_most check (jitter_seconds between 0 and 3600),
  constraint jitter_is_less_than_a_step check (jitter_seconds < every_seconds),
  constraint it_ends_after_it_starts check (starts_at < ends_at),
  constraint a_paused_one_is_not_due check (not (paused and next_due_at is not null)),
  constraint what_is_due_has_a_time_to_run check ((next_due_at is null) = (next_run_at is null))
);

create index schedules_next_run_at_idx on cogo.schedules (next_run_at, id) where next_run_at is not null;

comment on table cogo.schedules is
  'What runs by the clock for a tenant: when, what it starts, and what happens to runs that are missed or overlap.';
comment on column cogo.schedules.anchor is 'every_seconds counts from here: starts_at, or when its timing was set.';
comment on column cogo.schedules.next_due_at is 'The first due time that is not settled; null when paused or over. Never goes back by the clock.';
comment on column cogo.schedules.next_run_at is 'next_due_at with its jitter: what the tick looks for.';
comment on column cogo.schedules.last_started_due_at is 'Which of its runs started last: the one that overlap looks at.';
comment on column cogo.schedules.grace_seconds is 'A run that the tick sees later than this was missed.';
comment on column cogo.schedules.job is 'What enqueue_jobs takes; {"$ref": "due_at"} and {"$ref": "schedule"} are filled in.';
comment on column cogo.schedules.workflow is 'What start_workflows takes; filled in likewise.';
comment on column cogo.schedules.missed is 'What happens to runs that were missed: skip, one or all.';
comment on column cogo.schedules.overlap is 'What happens while the run before goes on: allow, skip, buffer_one or cancel_previous.';

alter table cogo.schedules enable row level security;
