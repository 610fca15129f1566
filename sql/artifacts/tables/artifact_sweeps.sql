create table cogo.artifact_sweeps (
  location text primary key,
  doomed_at timestamptz not null
);

comment on table cogo.artifact_sweeps is
  'Bytes without a row that a sweep is deleting just now: who uploads the same bytes meanwhile is told to try again (cogo.refuse_doomed).';
comment on column cogo.artifact_sweeps.location is 'As cogo.artifacts.location has it.';
comment on column cogo.artifact_sweeps.doomed_at is 'A mark of before ten minutes is of a sweep that died, and counts no more.';

alter table cogo.artifact_sweeps enable row level security;
