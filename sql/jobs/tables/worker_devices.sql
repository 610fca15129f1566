create table cogo.worker_devices (
  device_id bigint generated always as identity primary key,
  tenant_id uuid,
  agent_id uuid,
  registered_at timestamptz not null,
  drain_requested_at timestamptz,
  gone_at timestamptz,
  prefetch_max integer,
  max_per_minute integer,
  beat_seconds smallint not null,
  concurrency smallint not null,
  worker text not null,
  executor text not null,
  version text,
  capabilities jsonb not null,
  constraint a_worker_is_registered_once unique nulls not distinct (worker, tenant_id),
  constraint worker_is_a_name check (length(worker) between 1 and 200),
  constraint executor_is_a_short_name check (executor ~ '^[a-z][a-z0-9_]{0,29}$'),
  constraint version_is_short check (length(version) <= 100),
  constraint capabilities_are_an_object_of_8_kb check (jsonb_typeof(capabilities) = 'object' and octet_length(capabilities::text) <= 8192),
  constraint a_beat_comes_every_10_to_30_seconds check (beat_seconds between 10 and 30),
  constraint concurrency_is_1_to_1000 check (concurrency between 1 and 1000),
  constraint prefetch_is_1_to_10000 check (prefetch_max between 1 and 10000),
  constraint a_minute_brings_1_to_a_million_jobs check (max_per_minute between 1 and 1000000)
);

comment on table cogo.worker_devices is
  'Workers that said who they are. Nobody must: one that did not is served by its leases alone.';
comment on column cogo.worker_devices.tenant_id is 'The tenant of the agent that registered it; null for an operator''s worker.';
comment on column cogo.worker_devices.beat_seconds is 'It is heard of this often; after two missed beats what it holds goes back to the queue.';
comment on column cogo.worker_devices.concurrency is 'How many jobs it works on at a time, as it says.';
comment on column cogo.worker_devices.prefetch_max is 'How many jobs it may hold at a time, begun or not; null = as many as it asks for.';
comment on column cogo.worker_devices.max_per_minute is 'How many jobs it gets a minute; null = as many as it asks for.';
comment on column cogo.worker_devices.gone_at is 'When it said goodbye.';

alter table cogo.worker_devices enable row level security;
