create table cogo.gate_fixes (
  fix_id uuid primary key default gen_random_uuid(),
  tenant_id uuid not null,
  run_id uuid not null references cogo.quality_runs (id) on delete cascade,
  gate text not null,
  fixer text not null,
  job_id bigint not null,
  fence bigint not null,
  command text not null,
  files_changed integer not null,
  lines_added integer not null,
  lines_removed integer not null,
  before jsonb not null,
  after jsonb not null,
  applies boolean not null,
  result text not null,
  diff text not null,
  artifacts text[] not null,
  created_at timestamptz not null default clock_timestamp(),

  constraint a_run_has_one_fix_per_gate_and_fixer unique (run_id, gate, fixer),
  constraint gate_is_known check (gate in ('lint', 'check', 'test')),
  constraint fixer_has_1_to_80_characters check (char_length(fixer) between 1 and 80),
  constraint command_has_1_to_2000_characters check (char_length(command) between 1 and 2000),
  constraint a_fix_changes_a_file check (files_changed >= 1),
  constraint lines_are_not_negative check (lines_added >= 0 and lines_removed >= 0),
  constraint before_and_after_tell_every_gate check (cogo.are_gate_verdicts(before) and cogo.are_gate_verdicts(after)),
  constraint result_is_known check (result in ('fixed', 'not_enough', 'worse')),
  constraint diff_is_one_of_its_artifacts check (diff = any (artifacts)),
  constraint at_most_20_artifacts check (cardinality(artifacts) <= 20)
);

create index gate_fixes_tenant_newest_idx on cogo.gate_fixes (tenant_id, created_at desc);

alter table cogo.gate_fixes enable row level security;

comment on table cogo.gate_fixes is
  'What a fixer did to a failing gate in a scratch copy of the target, and what all gates said before and after. The target itself is never written.';
comment on column cogo.gate_fixes.gate is 'The gate that failed and that the fixer is for.';
comment on column cogo.gate_fixes.fixer is 'Names of the tools, for example eslint + prettier.';
comment on column cogo.gate_fixes.fence is
  'Fence of the attempt that wrote the row; a fix under a lower fence never replaces it.';
comment on column cogo.gate_fixes.command is 'What was run in the copy, as a line for /bin/sh.';
comment on column cogo.gate_fixes.before is
  'Each gate without the fix: {"lint": {"verdict", "reason", "duration_ms", "tests", "coverage"}, "check": …, "test": …}.';
comment on column cogo.gate_fixes.after is 'The same with the fix applied to a fresh copy.';
comment on column cogo.gate_fixes.applies is 'Whether git apply --check takes the diff on the untouched target.';
comment on column cogo.gate_fixes.result is
  'fixed: its gate passes and none is worse; worse: a gate is worse than before, whatever its own says; else not_enough.';
comment on column cogo.gate_fixes.diff is 'Name of the artifact, of the same run and job, that holds the unified diff.';
comment on column cogo.gate_fixes.artifacts is 'Names of all its artifacts: the diff, ESLint reports, coverage.';
comment on column cogo.gate_fixes.files_changed is 'By the diff; lines_added and lines_removed likewise.';
comment on column cogo.gate_fixes.lines_added is 'By the diff.';
comment on column cogo.gate_fixes.lines_removed is 'By the diff.';
