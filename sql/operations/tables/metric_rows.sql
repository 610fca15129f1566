create table cogo.metric_rows (
  series_id bigint not null references cogo.metric_series (series_id),
  at timestamptz not null,
  step text not null,
  rolled boolean not null default false,
  ms double precision not null default 0,
  counts jsonb not null default '{}',
  bins smallint[] not null default '{}',
  bin_counts bigint[] not null default '{}',
  constraint metric_rows_pkey primary key (series_id, step, at),
  constraint step_is_a_minute_an_hour_or_a_day check (step in ('1m', '1h', '1d')),
  constraint counts_are_an_object check (jsonb_typeof(counts) = 'object'),
  constraint each_bin_has_its_count check (cardinality(bins) = cardinality(bin_counts)),
  constraint days_are_the_widest check (not (rolled and step = '1d'))
) with (fillfactor = 70);

-- What is not in the wider row yet is little, whatever the history's length.
create index metric_rows_not_rolled_idx on cogo.metric_rows (series_id, step, at) where not rolled;

comment on table cogo.metric_rows is
  'History: what each series did in a minute (kept 2 days), an hour (60 days) or a day (2 years). Rows are added to, never set.';
comment on column cogo.metric_rows.at is 'When the minute, hour or day (UTC) began.';
comment on column cogo.metric_rows.rolled is
  'Whether the row is in its wider row. What comes later is added to both, so that nothing is counted twice or lost.';
comment on column cogo.metric_rows.counts is 'Counters by name, such as {"enqueued": 50, "claimed": 48}.';
comment on column cogo.metric_rows.ms is 'The measured times together, in milliseconds.';
comment on column cogo.metric_rows.bins is
  'The measured times by size: bin n holds those up to 1.0202^n ms and above the bin before, so each is known to 1 %. cogo.time_bin, cogo.bin_ms.';
comment on column cogo.metric_rows.bin_counts is 'How many times each bin holds.';
comment on column cogo.metric_rows.step is '1m, 1h or 1d: how wide the row is.';

alter table cogo.metric_rows enable row level security;
