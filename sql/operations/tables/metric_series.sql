create table cogo.metric_series (
  series_id bigint primary key,
  name text not null,
  tenant_id uuid,
  labels jsonb not null default '{}',
  constraint labels_are_an_object check (jsonb_typeof(labels) = 'object')
);

create index metric_series_name_idx on cogo.metric_series (name);

comment on table cogo.metric_series is
  'What is counted over time: a name and who or what it is of. Forgotten when its last row of cogo.metric_rows is.';
comment on column cogo.metric_series.series_id is 'cogo.series_id: derived from name, tenant and labels.';
comment on column cogo.metric_series.name is
  'jobs, wait and run (labels executor, type), depth (executor, priority, shard), looks, leases, schedule_lag, http (function, route, status), llm (provider, model). With :all behind it, all of that name together.';
comment on column cogo.metric_series.tenant_id is 'Null for what is nobody''s or everybody''s, such as an HTTP request.';
comment on column cogo.metric_series.labels is 'Who or what it is of, as {name: value}.';

alter table cogo.metric_series enable row level security;
