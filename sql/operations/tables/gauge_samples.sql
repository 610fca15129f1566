create table cogo.gauge_samples (
  name text not null,
  tenant_id uuid,
  value double precision not null,
  is_capped boolean not null default false,
  labels jsonb not null default '{}',
  constraint labels_are_an_object check (jsonb_typeof(labels) = 'object')
);

comment on table cogo.gauge_samples is
  'How things stood when cogo.sample_gauges last looked, so that whoever scrapes counts no lane. Replaced as a whole.';
comment on column cogo.gauge_samples.name is 'lane_depth and lane_age (labels executor, priority, shard), jobs (executor, place), health (check).';
comment on column cogo.gauge_samples.is_capped is 'Whether counting stopped at its bound, so that there may be more.';

alter table cogo.gauge_samples enable row level security;
