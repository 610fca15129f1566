create table cogo.workflow_signals (
  workflow_id bigint not null,
  received_at timestamptz not null,
  signal text not null,
  payload jsonb not null,
  constraint workflow_signals_pkey primary key (workflow_id, signal)
);

comment on table cogo.workflow_signals is 'Signals that runs received. The first of a name wins; it may come before the step that waits for it.';
comment on column cogo.workflow_signals.signal is 'Its name.';

alter table cogo.workflow_signals enable row level security;
