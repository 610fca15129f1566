create table cogo.artifact_rounds (
  only_row boolean primary key default true,
  due_at timestamptz not null,
  constraint there_is_one_round_of_artifacts check (only_row)
);

comment on table cogo.artifact_rounds is
  'When bytes without rows are to be swept next. Empty until the first artifact comes, so that nothing runs where nothing is kept.';
comment on column cogo.artifact_rounds.only_row is 'One row: this is what keeps it one.';
comment on column cogo.artifact_rounds.due_at is 'From then on cogo.artifacts_due says yes; each sweep puts it off, so that the clocks hourly look finds it due again.';

alter table cogo.artifact_rounds enable row level security;
