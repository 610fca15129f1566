create table cogo.over_bound (
  job_id bigint primary key,
  tenant_id uuid not null,
  lane_id smallint not null
);

create index over_bound_in_order_idx on cogo.over_bound (tenant_id, job_id);

comment on table cogo.over_bound is
  'Jobs of tenants that had as many open ones as they may: they become ready, oldest first, as others close. Until then they do not count.';

alter table cogo.over_bound enable row level security;
