create table cogo.inbound_deliveries (
  hash uuid primary key,
  received_at timestamptz not null,
  job_id bigint
);

create index inbound_deliveries_received_at_idx on cogo.inbound_deliveries using brin (received_at);

comment on table cogo.inbound_deliveries is
  'Deliveries of inbound hooks that became jobs, for 30 days: the same delivery again is answered with its first job.';
comment on column cogo.inbound_deliveries.hash is 'cogo.short_hash of the hook_id and the provider''s delivery id.';
comment on column cogo.inbound_deliveries.job_id is 'Null only within the transaction that enqueues it.';

alter table cogo.inbound_deliveries enable row level security;
