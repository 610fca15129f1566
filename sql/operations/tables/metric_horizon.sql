create table cogo.metric_horizon (
  only_row boolean primary key default true,
  minutes_from timestamptz not null default '-infinity',
  hours_from timestamptz not null default '-infinity',
  sampled_at timestamptz,
  renewals bigint not null default 0,
  samples jsonb not null default '[]',
  constraint there_is_one_horizon check (only_row)
) with (fillfactor = 50);

comment on table cogo.metric_horizon is 'How far metrics have come. One row.';
comment on column cogo.metric_horizon.minutes_from is 'From here on all minutes of cogo.metric_rows are still kept; hours_from likewise.';
comment on column cogo.metric_horizon.sampled_at is 'When cogo.sample_gauges last looked.';
comment on column cogo.metric_horizon.samples is
  'What it saw, [{name, labels, value, is_capped}], ready to be told: whoever scrapes counts no lane. cogo.gauge_samples shows it as rows.';
comment on column cogo.metric_horizon.renewals is 'How many of cogo.lease_renewals are in the history.';
comment on column cogo.metric_horizon.hours_from is 'From here on all hours are still kept.';
comment on column cogo.metric_horizon.only_row is 'Always true.';

alter table cogo.metric_horizon enable row level security;
