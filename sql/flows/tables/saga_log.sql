create table cogo.saga_log (
  id bigint generated always as identity primary key,
  workflow_id bigint not null,
  at timestamptz not null,
  job_id bigint,
  item integer,
  step smallint,
  move text not null,
  constraint move_is_known check (
    move in (
      'step_started', 'step_succeeded', 'step_failed', 'step_cancelled', 'compensating', 'confirming',
      'undo_started', 'undo_succeeded', 'undo_failed', 'undo_cancelled',
      'confirm_started', 'confirm_succeeded', 'confirm_failed', 'confirm_cancelled',
      'redriven', 'stuck', 'succeeded', 'failed', 'compensated', 'cancelled'
    )
  )
);

create index saga_log_workflow_id_idx on cogo.saga_log (workflow_id, id);

comment on table cogo.saga_log is 'What runs of sagas did, in order. Append-only. Undo is a compensation or the cancel of a tcc.';
comment on column cogo.saga_log.step is 'The step that moved; null = the run itself.';

alter table cogo.saga_log enable row level security;
