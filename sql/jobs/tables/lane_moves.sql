create table cogo.lane_moves (
  from_lane_id smallint not null references cogo.lanes (lane_id),
  to_lane_id smallint not null references cogo.lanes (lane_id),
  constraint lane_moves_pkey primary key (from_lane_id, to_lane_id),
  constraint a_lane_moves_to_another check (from_lane_id <> to_lane_id)
);

comment on table cogo.lane_moves is
  'Each lane in which jobs that were routed to another may stand since lanes moved. Closed over chains, never forgotten.';

alter table cogo.lane_moves enable row level security;
