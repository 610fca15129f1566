create table cogo.gate_results (
  run_id uuid not null references cogo.quality_runs (id) on delete cascade,
  gate text not null,
  tenant_id uuid not null,
  job_id bigint,
  fence bigint not null default 0,
  verdict text not null,
  reason text,
  duration_ms bigint not null default 0,
  details jsonb not null default '{}',
  created_at timestamptz not null default clock_timestamp(),

  constraint a_run_has_one_result_per_gate primary key (run_id, gate),
  constraint gate_is_known check (gate in ('lint', 'check', 'test')),
  constraint verdict_is_known check (verdict in ('passed', 'failed', 'skipped', 'error')),
  constraint whatever_did_not_pass_says_why check (verdict = 'passed' or char_length(reason) > 0),
  constraint reason_has_at_most_2000_characters check (char_length(reason) <= 2000),
  constraint duration_is_not_negative check (duration_ms >= 0),
  constraint details_are_an_object check (jsonb_typeof(details) = 'object')
);

create index gate_results_newest_idx on cogo.gate_results (created_at desc);
create index gate_results_tenant_newest_idx on cogo.gate_results (tenant_id, created_at desc);

alter table cogo.gate_results enable row level security;

comment on table cogo.gate_results is 'The verdict of one gate (lint, check, test) in one quality run.';
comment on column cogo.gate_results.fence is
  'Fence of the attempt that wrote the row; a result under a lower fence never replaces it.';
comment on column cogo.gate_results.reason is 'One sentence: why the gate failed, was skipped or broke.';
comment on column cogo.gate_results.duration_ms is 'Wall time of the tool in milliseconds, without preparing the copy.';
comment on column cogo.gate_results.details is
  'Command, exit code, limit hit, peaks, tests {total, passed, failed, skipped}, coverage {lines, covered, percent}.';
