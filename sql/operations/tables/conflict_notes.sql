create table cogo.conflict_notes (
  note_id bigint generated always as identity primary key,
  at timestamptz not null,
  tenant_id uuid,
  jobs integer not null
);

comment on table cogo.conflict_notes is
  'Answers of lease_lost since cogo.fold_metric_notes came by: who came too late was refused. Appended only, so nobody waits for anybody.';
comment on column cogo.conflict_notes.tenant_id is 'The tenant whose agent was refused; null for an operator''s worker.';
comment on column cogo.conflict_notes.jobs is 'How many holds of the call were lost.';

alter table cogo.conflict_notes enable row level security;
