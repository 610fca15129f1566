create table cogo.usage_counters (
  tenant_id uuid not null,
  model_id bigint not null,
  hour timestamptz not null,
  requests bigint not null,
  input_tokens bigint not null,
  cache_read_tokens bigint not null,
  cache_write_tokens bigint not null,
  output_tokens bigint not null,
  reasoning_tokens bigint not null,
  cost_nano bigint not null,
  primary key (tenant_id, hour, model_id)
) with (fillfactor = 80);

create index usage_counters_hour_idx on cogo.usage_counters (hour);

comment on table cogo.usage_counters is
  'What was used and billed per tenant, model and hour, rolled up from the outcomes every few seconds; never written by a call.';
comment on column cogo.usage_counters.model_id is '0 = what budget leases spent.';
comment on column cogo.usage_counters.cache_write_tokens is 'For five minutes and for an hour together.';

alter table cogo.usage_counters enable row level security;
