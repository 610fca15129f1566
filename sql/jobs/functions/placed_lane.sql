create function cogo.placed_lane(first_lane_id smallint, tenant uuid, out lane_id smallint, out fair_window integer)
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  lane cogo.lanes;
  hash bigint := hashtextextended(coalesce(placed_lane.tenant::text, ''), 0) & 9223372036854775807;
  pair integer[];
begin
  select first.* into lane from cogo.lanes as first where first.lane_id = placed_lane.first_lane_id;
  if lane.state <> 'open' then
    select first.* into lane
    from cogo.lanes as leads
    join cogo.lanes as first on first.executor = leads.executor and first.priority = leads.priority and first.shard = 0
    where leads.lane_id = lane.moved_to_lane_id;
    if not found then
      perform cogo.refuse_argument('executor', 'its lanes are being closed; an operator opens them again with open_lanes');
    end if;
  end if;
  lane_id := lane.lane_id;
  fair_window := lane.fair_window;
  if lane.open_shards > 1 then
    -- Two shards that are never the same: a flood fills two of them, and its neighbours in those have another to go to.
    pair := array[hash % lane.open_shards, (hash + 1 + hash / lane.open_shards % (lane.open_shards - 1)) % lane.open_shards];
    select shard.lane_id, shard.fair_window into lane_id, fair_window
    from cogo.lanes as shard
    where shard.executor = lane.executor and shard.priority = lane.priority and shard.shard = any(pair)
    order by
      coalesce(pg_sequence_last_value(('pgmq.q_' || shard.queue_name || '_msg_id_seq')::regclass), 0)
      - coalesce(pg_sequence_last_value(('pgmq.f_' || shard.queue_name)::regclass), 0),
      array_position(pair, shard.shard::integer)
    limit 1;
  end if;
end;
$$;

comment on function cogo.placed_lane(smallint, uuid) is
  'The lane that takes a tenant''s new jobs, from the first lane of executor and priority: the one it leads to, and there the emptier of the tenant''s two shards. Errors: bad_argument (400).';

revoke execute on function cogo.placed_lane(smallint, uuid) from public;
