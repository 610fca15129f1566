create table cogo.events (
  id bigint generated always as identity primary key,
  xid xid8 not null default pg_current_xact_id(),
  ts timestamptz not null,
  fence bigint,
  tenant_id uuid,
  type text not null,
  actor text,
  job_ids bigint[] not null
);

create index events_ts_idx on cogo.events using brin (ts) with (pages_per_range = 16, autosummarize = on);

comment on table cogo.events is
  'The outbox: one row per call and transition, naming every job that took it. cogo.job_events tells it one row per job.';
comment on column cogo.events.xid is
  'Readers keep a cursor (xid, id) below pg_snapshot_xmin(pg_current_snapshot()), since numbers do not commit in order.';
comment on column cogo.events.tenant_id is 'The tenant of all jobs named, or null when they are of several.';
comment on column cogo.events.job_ids is 'All jobs that took the step in this call.';
comment on column cogo.events.actor is 'Which worker did it; null = the engine or a caller.';

alter table cogo.events enable row level security;
