create table cogo.parked (
  job_id bigint primary key,
  tenant_id uuid not null,
  limit_hash uuid,
  woken_at timestamptz,
  lane_id smallint not null,
  attempt smallint not null,
  paid_for uuid[],
  constraint what_no_limit_refused_is_awake check (limit_hash is not null or woken_at is not null)
);

create index parked_asleep_idx on cogo.parked (limit_hash, job_id) where woken_at is null;
create index parked_paid_idx on cogo.parked (limit_hash, woken_at) where paid_for is not null;
create index parked_woken_idx on cogo.parked (lane_id, woken_at, job_id) where woken_at is not null;

comment on table cogo.parked is
  'Jobs that a claim took out of their lane and may not run yet: a limit has no permit for them. A claim takes woken ones before it looks into lanes.';
comment on column cogo.parked.limit_hash is
  'The limit that refused it (cogo.limit_hash), of scope order when it is not the first of its strict key; null = it came out of its lane beyond what a claim wanted.';
comment on column cogo.parked.woken_at is 'From when a claim may try it again; null = until a permit is given back.';
comment on column cogo.parked.paid_for is 'The rates in which its start is counted already, so that it need not queue for them twice.';

alter table cogo.parked enable row level security;
