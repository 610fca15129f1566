create table cogo.retention (
  only_row boolean primary key default true,
  last_dropped_id bigint not null default 0,
  dropped_event_id bigint not null default 0,
  dropped_jobs bigint not null default 0,
  dropped_events bigint not null default 0,
  dropped_at timestamptz,
  keep_workflows_seconds integer not null default 2592000,
  workflow_walk bigint not null default 0,
  dropped_workflows bigint not null default 0,
  constraint there_is_one_row check (only_row),
  constraint runs_are_kept_an_hour_to_ten_years check (keep_workflows_seconds between 3600 and 315360000)
) with (fillfactor = 50);

comment on table cogo.retention is 'What cogo.drop_closed has dropped so far. One row; its lock lets one round run at a time.';
comment on column cogo.retention.last_dropped_id is 'No job above this id was ever dropped.';
comment on column cogo.retention.dropped_event_id is
  'Jobs that were dropped had closed by this event: a subscription that has not read as far may have missed some.';
comment on column cogo.retention.keep_workflows_seconds is 'How long a closed run of a workflow is kept; api.set_workflow_retention.';
comment on column cogo.retention.workflow_walk is 'Runs up to this id were looked at in the present way along them; 0 = at its beginning.';
comment on column cogo.retention.only_row is 'One row: this is what keeps it one.';
comment on column cogo.retention.dropped_jobs is 'How many since the beginning; likewise events and workflows.';

alter table cogo.retention enable row level security;
