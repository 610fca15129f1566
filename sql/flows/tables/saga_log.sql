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
      'action_started', 'action_succeeded', 'action_failed', 'action_cancelled',
      'compensating', 'compensation_started', 'compensation_succeeded', 'compensation_failed', 'compensation_cancelled',
      'cancel_started', 'cancel_succeeded', 'cancel_failed', 'cancel_cancelled',
      'confirming', 'confirm_started', 'confirm_succeeded', 'confirm_failed', 'confirm_cancelled',
      'redriven', 'accepted', 'succeeded', 'failed', 'compensated', 'cancelled'
    )
  )
);

create index saga_log_workflow_id_idx on cogo.saga_log (workflow_id, id);

comment on table cogo.saga_log is 'What sagas did, in order. Append-only.';
comment on column cogo.saga_log.step is 'The step that moved; null = the run itself.';
comment on column cogo.saga_log.item is 'The element of a map, or -1.';
comment on column cogo.saga_log.move is 'What happened: whose turn it was, and how it went.';

alter table cogo.saga_log enable row level security;
