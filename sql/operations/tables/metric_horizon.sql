create table cogo.metric_horizon (
  only_row boolean primary key default true,
  minutes_from timestamptz not null default '-infinity',
  hours_from timestamptz not null default '-infinity',
  constraint there_is_one_horizon check (only_row)
) with (fillfactor = 50);

comment on table cogo.metric_horizon is 'From when on all minutes and hours of cogo.metric_rows are still kept. One row.';

alter table cogo.metric_horizon enable row level security;
