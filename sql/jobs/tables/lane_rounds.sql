create table cogo.lane_rounds (
  lane_id smallint primary key references cogo.lanes (lane_id) on delete cascade,
  seen_tail bigint not null,
  seen_xid xid8 not null
) with (fillfactor = 50);

comment on table cogo.lane_rounds is
  'What the last sweep saw of a lane''s tail, so that the next one can move the floor past messages that are surely gone.';
comment on column cogo.lane_rounds.seen_tail is 'The newest message number that was handed out then.';
comment on column cogo.lane_rounds.seen_xid is 'Once every transaction below this one has ended, nothing can appear below seen_tail.';

alter table cogo.lane_rounds enable row level security;
