create table cogo.key_queue (
  limit_hash uuid not null,
  job_id bigint not null,
  constraint key_queue_pkey primary key (limit_hash, job_id)
);

create index key_queue_job_id_idx on cogo.key_queue (job_id);

comment on table cogo.key_queue is
  'The open jobs of strict keys, in order. Only the first of a key may run; it leaves when it is closed for good.';

alter table cogo.key_queue enable row level security;
