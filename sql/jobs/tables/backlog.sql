create table cogo.backlog (
  job_id bigint primary key,
  tenant_id uuid not null,
  lane_id smallint not null,
  attempt smallint not null
) with (
  autovacuum_vacuum_scale_factor = 0,
  autovacuum_vacuum_threshold = 2000
);

-- Tenants of a lane are found by jumping from one to the next, and each tenant's oldest jobs at once.
create index backlog_in_turn_idx on cogo.backlog (lane_id, tenant_id, job_id);

comment on table cogo.backlog is
  'Jobs of lanes with a fair_window that wait for their tenant''s turn to become ready.';

alter table cogo.backlog enable row level security;
