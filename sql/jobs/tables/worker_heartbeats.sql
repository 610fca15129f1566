create table cogo.worker_heartbeats (
  device_id bigint primary key references cogo.worker_devices (device_id) on delete cascade,
  beat_at timestamptz not null,
  tokens_at timestamptz not null,
  tokens real not null,
  load real,
  held integer
) with (fillfactor = 50, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 500);

-- No further index on purpose: beats stay HOT.
comment on table cogo.worker_heartbeats is 'When each registered worker was last heard of, and what it said then.';
comment on column cogo.worker_heartbeats.load is 'How busy it says it is, 0 to 1.';
comment on column cogo.worker_heartbeats.held is 'How many jobs it says it holds; what the engine counts is in cogo.claims.';
comment on column cogo.worker_heartbeats.tokens is 'How many jobs max_per_minute left it at tokens_at; refilled by the time since.';

alter table cogo.worker_heartbeats enable row level security;
