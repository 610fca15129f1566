create table cogo.workflow_steps (
  workflow_id bigint not null,
  job_id bigint,
  follow_job_id bigint,
  started_at timestamptz not null,
  finished_at timestamptz,
  item integer not null default -1,
  step smallint not null,
  attempts smallint not null default 0,
  state text not null,
  follow_up text,
  error jsonb,
  result jsonb,
  constraint workflow_steps_pkey primary key (workflow_id, step, item),
  constraint state_is_known check (state in ('running', 'succeeded', 'failed', 'cancelled')),
  constraint an_end_has_its_time check ((state = 'running') = (finished_at is null)),
  constraint follow_up_is_known check (
    follow_up in ('owed', 'compensating', 'compensated', 'confirming', 'confirmed', 'stuck')
  )
) with (fillfactor = 70);

comment on table cogo.workflow_steps is
  'Steps that a run has begun, with their memoised results. A step that has not begun has no row. A map has a row of its own and one per element.';
comment on column cogo.workflow_steps.item is 'The element of a map step, from 0; -1 = the step itself.';
comment on column cogo.workflow_steps.attempts is 'How often its job was started; 0 = never, so it has no effect to undo.';
comment on column cogo.workflow_steps.follow_up is
  'What comes after the end: owed (would be undone or confirmed), compensating, compensated, confirming, confirmed, stuck (dead-lettered). Null = nothing.';
comment on column cogo.workflow_steps.follow_job_id is 'The job that undoes or confirms it, last tried.';
comment on column cogo.workflow_steps.step is 'The step''s place in the definition, from 0.';

alter table cogo.workflow_steps enable row level security;
