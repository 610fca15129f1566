create table cogo.lanes (
  lane_id smallint generated always as identity primary key,
  executor text not null,
  priority text not null,
  shard smallint not null default 0,
  queue_name text not null,
  weight smallint not null,
  paused_at timestamptz,
  fair_window integer,
  open_shards smallint not null default 1,
  state text not null default 'open',
  moved_to_lane_id smallint references cogo.lanes (lane_id),
  drained_xid xid8,
  constraint priority_is_known check (priority in ('urgent', 'normal', 'bulk')),
  constraint executor_is_a_short_name check (executor ~ '^[a-z][a-z0-9_]{0,29}$'),
  constraint a_window_holds_1_to_100000_messages check (fair_window between 1 and 100000),
  constraint shards_are_1_to_64 check (open_shards between 1 and 64),
  constraint a_shard_is_one_of_64 check (shard between 0 and 63),
  constraint lane_is_open_draining_or_closed check (state in ('open', 'draining', 'closed')),
  constraint only_a_lane_that_is_not_open_leads_on check (moved_to_lane_id is null or state <> 'open'),
  constraint one_lane_per_route unique (executor, priority, shard),
  constraint one_queue_per_lane unique (queue_name)
);

comment on table cogo.lanes is
  'A lane is a pgmq queue that holds the ready jobs of one executor and priority. Opened by cogo.open_lanes.';
comment on column cogo.lanes.weight is 'How often the lane is drained beside its sisters: urgent 16, normal 4, bulk 1.';
comment on column cogo.lanes.paused_at is 'Since when no claim looks into it; null = it is open.';
comment on column cogo.lanes.fair_window is
  'About how many messages stand in the lane while more jobs wait in cogo.backlog for their tenant''s turn; null = first in, first out.';
comment on column cogo.lanes.open_shards is 'On shard 0: how many shards of this executor and priority are open.';
comment on column cogo.lanes.state is
  'open; draining: takes nothing new while claims and the sweep empty it; closed: its queue is gone, its row tells the executor of old jobs.';
comment on column cogo.lanes.moved_to_lane_id is 'Where jobs of this lane go from now on: an open lane, never a chain.';
comment on column cogo.lanes.drained_xid is
  'A transaction begun after the lane ceased to be open: once all older ones have ended, nobody writes to its queue any more.';
comment on column cogo.lanes.queue_name is 'The pgmq queue; its tables are pgmq.q_<name> and pgmq.a_<name>.';
comment on column cogo.lanes.shard is '0, or more where an executor and priority are split for throughput.';

alter table cogo.lanes enable row level security;
