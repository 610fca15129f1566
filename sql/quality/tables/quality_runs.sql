create table cogo.quality_runs (
  id uuid primary key default gen_random_uuid(),
  tenant_id uuid not null,
  kind text not null default 'weekly',
  iso_week text not null,
  target text not null,
  run_number integer not null default 1,
  decide_job_id bigint,
  aggregate_job_id bigint,
  job_ids bigint[] not null default '{}',
  plan jsonb,
  verdict text,
  summary jsonb not null default '{}',
  created_at timestamptz not null default clock_timestamp(),
  started_at timestamptz,
  finished_at timestamptz,

  constraint kind_is_known check (kind in ('weekly', 'gate_fix')),
  constraint iso_week_reads_like_2026_w07 check (iso_week ~ '^[0-9]{4}-W(0[1-9]|[1-4][0-9]|5[0-3])$'),
  constraint target_has_1_to_500_characters check (char_length(target) between 1 and 500),
  constraint run_number_starts_at_one check (run_number >= 1),
  constraint verdict_is_known check (verdict in ('passed', 'failed', 'error')),
  constraint only_a_finished_run_has_a_verdict check ((verdict is null) = (finished_at is null)),
  constraint summary_is_an_object check (jsonb_typeof(summary) = 'object'),
  constraint one_run_per_tenant_kind_week_target_and_number unique (tenant_id, kind, iso_week, target, run_number)
);

create index quality_runs_newest_idx on cogo.quality_runs (created_at desc, id desc);
create index quality_runs_tenant_newest_idx on cogo.quality_runs (tenant_id, created_at desc, id desc);

alter table cogo.quality_runs enable row level security;

comment on table cogo.quality_runs is
  'One row per quality run of a target (lint, type check, tests); verdict is null while the run is open.';
comment on column cogo.quality_runs.kind is
  'weekly: each gate is a job of its own; gate_fix: one quality.gate job runs all and tries the fixers in a scratch copy.';
comment on column cogo.quality_runs.iso_week is 'ISO 8601 week in UTC, for example 2026-W48.';
comment on column cogo.quality_runs.target is
  'What is checked: "." (the checkout of the runner), a folder, or a git URL.';
comment on column cogo.quality_runs.run_number is
  '1 for the week''s first run of a kind and target; a forced repeat takes the next number.';
comment on column cogo.quality_runs.decide_job_id is 'The orchestrator.decide job that plans this run; null for a gate_fix run, whose quality.gate job plans it.';
comment on column cogo.quality_runs.aggregate_job_id is
  'The quality.aggregate job that closes this run; null until a weekly run is planned.';
comment on column cogo.quality_runs.job_ids is 'Every job of the run: decide first (weekly), then the gates, aggregate last.';
comment on column cogo.quality_runs.plan is
  'What the planner found: source and, for each gate, its command or why there is none.';
comment on column cogo.quality_runs.verdict is
  'passed: at least one gate ran, none failed or broke; failed: a gate failed; error: it could not be told.';
comment on column cogo.quality_runs.started_at is 'When the plan was made.';
