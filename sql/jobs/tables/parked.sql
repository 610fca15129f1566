create table cogo.parked (
  job_id bigint primary key,
  tenant_id uuid not null,
  limit_hash uuid not null,
  woken_at timestamptz,
  lane_id smallint not null,
  attempt smallint not null,
  paid boolean not null
);

create index parked_asleep_idx on cogo.parked (limit_hash, job_id) where woken_at is null;
create index parked_woken_idx on cogo.parked (lane_id, woken_at, job_id) where woken_at is not null;

comment on table cogo.parked is
  'Jobs that a claim took out of their lane and may not run yet: a limit has no permit for them. A claim takes woken ones before it looks into lanes.';
comment on column cogo.parked.limit_hash is 'The limit that refused it (cogo.limit_hash).';
comment on column cogo.parked.woken_at is 'From when a claim may try it again; null = until a permit is given back.';
comment on column cogo.parked.paid is 'Whether its place in the rate of limit_hash is counted already.';

alter table cogo.parked enable row level security;
