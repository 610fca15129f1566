create table cogo.retention_walks (
  keep_seconds integer not null,
  kind text not null,
  event_id bigint not null default 0,
  walked_to timestamptz not null default '-infinity',
  constraint retention_walks_pkey primary key (keep_seconds, kind),
  constraint kind_is_known check (kind in ('jobs', 'events'))
) with (fillfactor = 50);

comment on table cogo.retention_walks is
  'How far along the events, which stand in the order in which jobs closed, retention has come for each age that a job type keeps its jobs.';
comment on column cogo.retention_walks.event_id is 'Events up to this one have been looked at.';
comment on column cogo.retention_walks.walked_to is 'What closed before this time has been looked at.';
comment on column cogo.retention_walks.keep_seconds is 'The age that this walk looks for.';
comment on column cogo.retention_walks.kind is 'What it drops: jobs or events.';

alter table cogo.retention_walks enable row level security;
