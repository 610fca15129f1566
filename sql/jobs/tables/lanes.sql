create table cogo.lanes (
  lane_id smallint generated always as identity primary key,
  executor text not null,
  priority text not null,
  shard smallint not null default 0,
  queue_name text not null,
  weight smallint not null,
  paused_at timestamptz,
  fair_window integer,
  constraint priority_is_known check (priority in ('urgent', 'normal', 'bulk')),
  constraint executor_is_a_short_name check (executor ~ '^[a-z][a-z0-9_]{0,29}$'),
  constraint a_window_holds_1_to_100000_messages check (fair_window between 1 and 100000),
  constraint one_lane_per_route unique (executor, priority, shard),
  constraint one_queue_per_lane unique (queue_name)
);

comment on table cogo.lanes is
  'A lane is a pgmq queue that holds the ready jobs of one executor and priority. Opened by cogo.open_lanes.';
comment on column cogo.lanes.weight is 'How often the lane is drained beside its sisters: urgent 16, normal 4, bulk 1.';
comment on column cogo.lanes.paused_at is 'Since when no claim looks into it; null = it is open.';
comment on column cogo.lanes.fair_window is
  'About how many messages stand in the lane while more jobs wait in cogo.backlog for their tenant''s turn; null = first in, first out.';

alter table cogo.lanes enable row level security;
