create table cogo.flow_inbox (
  id bigint generated always as identity primary key,
  workflow_id bigint not null,
  job_id bigint,
  kind text not null,
  note jsonb,
  constraint kind_is_known check (kind in ('look', 'cancel', 'wish', 'retry'))
);

create index flow_inbox_workflow_id_idx on cogo.flow_inbox (workflow_id);

comment on table cogo.flow_inbox is
  'Messages from one run to another, and from runs to the sweep. Who holds a run''s lock writes one instead of waiting for another lock.';
comment on column cogo.flow_inbox.kind is
  'look: something of yours has ended; cancel: end; wish: ask the worker of job_id to stop; retry: a follow-up found no lane.';
comment on column cogo.flow_inbox.note is 'What was to be told beside the kind.';

alter table cogo.flow_inbox enable row level security;
