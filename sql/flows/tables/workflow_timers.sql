create table cogo.workflow_timers (
  workflow_id bigint not null,
  due_at timestamptz not null,
  step smallint not null,
  kind text not null,
  constraint workflow_timers_pkey primary key (workflow_id, step, kind),
  constraint kind_is_known check (kind in ('wake', 'timeout', 'force', 'deadline'))
);

create index workflow_timers_due_at_idx on cogo.workflow_timers (due_at);

comment on table cogo.workflow_timers is
  'What a run does at a time: wake from a sleep, end a step that takes too long (softly, then by force), or end the run at its deadline.';
comment on column cogo.workflow_timers.step is 'The step, or -1 for the run.';
comment on column cogo.workflow_timers.kind is 'wake: a sleep is over. timeout, force: a step takes too long, softly and hard. deadline: the run does.';

alter table cogo.workflow_timers enable row level security;
