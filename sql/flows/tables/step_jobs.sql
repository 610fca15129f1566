create table cogo.step_jobs (
  job_id bigint primary key,
  workflow_id bigint not null,
  item integer not null,
  step smallint not null,
  role text not null,
  constraint role_is_known check (role in ('action', 'compensation', 'confirm', 'cancel'))
) with (
  autovacuum_vacuum_scale_factor = 0,
  autovacuum_vacuum_threshold = 1000
);

comment on table cogo.step_jobs is
  'The open job of each step that has one, and the dead ones that a stuck workflow waits for. The row goes when the job''s end is recorded.';
comment on column cogo.step_jobs.item is 'The element of a map, from 0; -1 = the step itself.';
comment on column cogo.step_jobs.step is 'The step''s place in the definition, from 0.';
comment on column cogo.step_jobs.role is 'action: the step''s own job; compensation, confirm, cancel: what follows it.';

alter table cogo.step_jobs enable row level security;
