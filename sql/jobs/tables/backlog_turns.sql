create table cogo.backlog_turns (
  lane_id smallint primary key references cogo.lanes (lane_id) on delete cascade,
  tenant_id uuid not null
) with (fillfactor = 50);

comment on table cogo.backlog_turns is
  'The tenant whose turn came last, for each lane that has or had a window. Who holds the row promotes; all others pass it by.';

alter table cogo.backlog_turns enable row level security;
