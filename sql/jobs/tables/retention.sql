create table cogo.retention (
  only_row boolean primary key default true,
  last_dropped_id bigint not null default 0,
  dropped_jobs bigint not null default 0,
  dropped_events bigint not null default 0,
  dropped_at timestamptz,
  constraint there_is_one_row check (only_row)
) with (fillfactor = 50);

comment on table cogo.retention is 'What cogo.drop_closed has dropped so far. One row; its lock lets one round run at a time.';
comment on column cogo.retention.last_dropped_id is 'No job above this id was ever dropped.';

alter table cogo.retention enable row level security;
