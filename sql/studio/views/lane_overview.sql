create view cogo.lane_overview with (security_invoker = true) as
select
  lane.lane_id,
  lane.executor,
  lane.priority,
  lane.shard,
  lane.queue_name,
  case when lane.paused_at is not null then 'paused' else lane.state end as state,
  stats.depth as ready,
  make_interval(secs => round(stats.oldest_age_seconds)) as oldest_ready,
  stats.held,
  stats.waiting,
  stats.blocked,
  stats.parked,
  stats.backlog,
  lane.weight,
  lane.fair_window,
  heir.queue_name as moved_to,
  lane.paused_at
from cogo.lanes as lane
left join cogo.queue_stats() as stats on stats.queue_name = lane.queue_name
left join cogo.lanes as heir on heir.lane_id = lane.moved_to_lane_id;

comment on view cogo.lane_overview is
  'Every lane with what stands in it, for people. Reading it counts: up to 100,000 ready jobs a lane.';
comment on column cogo.lane_overview.lane_id is 'The number of the lane in cogo.jobs.';
comment on column cogo.lane_overview.executor is 'Whose work it is: workers claim by executor.';
comment on column cogo.lane_overview.priority is 'urgent, normal or bulk.';
comment on column cogo.lane_overview.shard is '0, or more where a lane is split for throughput.';
comment on column cogo.lane_overview.queue_name is 'The pgmq queue that holds its ready jobs, as the Queues page names it.';
comment on column cogo.lane_overview.state is 'open, paused, draining (takes nothing new) or closed.';
comment on column cogo.lane_overview.ready is 'Jobs that a worker could take now.';
comment on column cogo.lane_overview.oldest_ready is 'How long the oldest of them has been ready.';
comment on column cogo.lane_overview.held is 'Jobs in workers'' hands.';
comment on column cogo.lane_overview.waiting is 'Jobs that wait for a time: delayed, or to be tried again.';
comment on column cogo.lane_overview.blocked is 'Jobs that wait for other jobs to close.';
comment on column cogo.lane_overview.parked is 'Jobs that wait at a limit of their key, type or tenant.';
comment on column cogo.lane_overview.backlog is 'Jobs that wait for their tenant''s turn, or for room under its bound.';
comment on column cogo.lane_overview.weight is 'How often it is drained beside its sisters.';
comment on column cogo.lane_overview.fair_window is 'How many jobs are ready at a time while tenants take turns; null = first in, first out.';
comment on column cogo.lane_overview.moved_to is 'Where its jobs go since it is draining or closed.';
comment on column cogo.lane_overview.paused_at is 'Since when nobody claims from it.';
