create table cogo.time_totals (
  name text not null,
  labels jsonb not null,
  ms double precision not null,
  buckets bigint[] not null,
  primary key (name, labels),
  constraint labels_are_an_object check (jsonb_typeof(labels) = 'object'),
  constraint each_limit_has_a_bucket_and_one_is_beyond check (cardinality(buckets) = 18)
) with (fillfactor = 50);

comment on table cogo.time_totals is
  'Measured times since the beginning by cogo.time_place, for the histograms that Prometheus reads.';
comment on column cogo.time_totals.name is 'wait, run, http or schedule_lag.';
comment on column cogo.time_totals.buckets is 'How many were within each limit and not within the one before; the last holds those beyond all.';
comment on column cogo.time_totals.labels is 'Such as {"executor": …}; http has function, route and status.';
comment on column cogo.time_totals.ms is 'All the times together, in milliseconds.';

alter table cogo.time_totals enable row level security;
