create table cogo.definition_steps (
  definition_id integer not null references cogo.workflow_definitions (id) on delete cascade,
  step smallint not null,
  child_id integer references cogo.workflow_definitions (id),
  timeout_seconds integer,
  seconds integer,
  max_attempts smallint,
  undo_max_attempts smallint,
  confirm_max_attempts smallint,
  optional boolean not null,
  is_last boolean not null,
  name text not null,
  kind text not null,
  type text,
  undo_type text,
  confirm_type text,
  signal text,
  needs smallint[] not null,
  before smallint[] not null,
  input jsonb,
  over jsonb,
  constraint definition_steps_pkey primary key (definition_id, step),
  constraint kind_is_known check (kind in ('job', 'map', 'tcc', 'sleep', 'signal', 'workflow')),
  constraint a_job_has_a_type check ((kind in ('job', 'map', 'tcc')) = (type is not null)),
  constraint only_tcc_confirms check ((kind = 'tcc') = (confirm_type is not null))
);

comment on table cogo.definition_steps is
  'The steps of a definition, ready to be joined: what cogo.register_workflow made of its text.';
comment on column cogo.definition_steps.step is 'Place in the definition, from 0.';
comment on column cogo.definition_steps.child_id is 'The version of the workflow that the step starts, as it was at registration.';
comment on column cogo.definition_steps.undo_type is 'The job that undoes the step: its compensation, or the cancel of a tcc; null = nothing to undo.';
comment on column cogo.definition_steps.is_last is 'No other step comes after it: its result is part of the workflow''s.';
comment on column cogo.definition_steps.needs is 'The steps of after.';
comment on column cogo.definition_steps.before is 'All steps that are done before it begins, near and far.';
comment on column cogo.definition_steps.kind is 'job, map (a job per element), tcc, sleep, signal (waits for one) or workflow.';
comment on column cogo.definition_steps.seconds is 'How long a sleep sleeps.';
comment on column cogo.definition_steps.optional is 'Its failure does not fail the run.';
comment on column cogo.definition_steps.confirm_type is 'The job that confirms a tcc.';
comment on column cogo.definition_steps.signal is 'The name of the signal that it waits for.';
comment on column cogo.definition_steps.input is 'What its job gets, with references to be filled in.';
comment on column cogo.definition_steps.over is 'The reference to the list that a map goes over.';

alter table cogo.definition_steps enable row level security;
