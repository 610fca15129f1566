create table cogo.event_horizon (
  only_row boolean primary key default true,
  settled_id bigint not null default 0,
  seen_tail bigint not null default 0,
  seen_xid xid8 not null default '0',
  dropped_id bigint not null default 0,
  keep_messages_seconds integer not null default 604800,
  constraint there_is_one_horizon check (only_row),
  constraint messages_are_kept_a_minute_to_ten_years check (keep_messages_seconds between 60 and 315360000)
) with (fillfactor = 50);

comment on table cogo.event_horizon is 'How far subscriptions may read, and how long messages are kept. One row.';
comment on column cogo.event_horizon.settled_id is 'No event or message with this number or a lower one can appear any more.';
comment on column cogo.event_horizon.seen_tail is 'The newest number that was handed out at the last look.';
comment on column cogo.event_horizon.seen_xid is
  'Once every transaction below this one has ended, all numbers up to seen_tail are settled.';
comment on column cogo.event_horizon.dropped_id is 'The newest message that was dropped by age.';
comment on column cogo.event_horizon.only_row is 'One row: this is what keeps it one.';

alter table cogo.event_horizon enable row level security;
