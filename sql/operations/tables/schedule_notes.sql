create table cogo.schedule_notes (
  note_id bigint generated always as identity primary key,
  at timestamptz not null,
  tenant_id uuid not null,
  state text not null,
  runs integer not null,
  lags_ms double precision[] not null
);

comment on table cogo.schedule_notes is
  'Runs of schedules that were settled since cogo.fold_metric_notes came by. Appended by a trigger of cogo.schedule_runs, a row a statement, tenant and state.';
comment on column cogo.schedule_notes.lags_ms is 'Of started runs: how long after their planned time.';

alter table cogo.schedule_notes enable row level security;
