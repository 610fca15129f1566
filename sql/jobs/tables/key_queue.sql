create table cogo.key_queue (
  limit_hash uuid not null,
  job_id bigint not null,
  queued_xid xid8 not null default pg_current_xact_id(),
  granted_xmin xid8,
  constraint key_queue_pkey primary key (limit_hash, job_id)
) with (fillfactor = 80);

create index key_queue_job_id_idx on cogo.key_queue (job_id);

comment on table cogo.key_queue is
  'The open jobs of strict keys, in order. Only the first of a key may run; it leaves when it is closed for good.';
comment on column cogo.key_queue.queued_xid is 'The transaction that enqueued it.';
comment on column cogo.key_queue.granted_xmin is
  'When it last got a permit, every older transaction had ended: a job before it that was queued by one of those has been overtaken.';

alter table cogo.key_queue enable row level security;
