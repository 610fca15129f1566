create function cogo.heir_lane(lane_id smallint, keep_shards integer, move_to text)
returns smallint
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  leaving cogo.lanes;
  heir smallint;
begin
  select lane.* into leaving from cogo.lanes as lane where lane.lane_id = heir_lane.lane_id;
  if heir_lane.keep_shards = 0 and heir_lane.move_to is null then
    return null;
  end if;
  select kept.lane_id into heir
  from cogo.lanes as kept
  where kept.executor = coalesce(heir_lane.move_to, leaving.executor) and kept.priority = leaving.priority
    and kept.state = 'open' and (heir_lane.move_to is not null or kept.shard < heir_lane.keep_shards)
  order by kept.shard <> leaving.shard % greatest(heir_lane.keep_shards, 1), kept.shard
  limit 1;
  return heir;
end;
$$;

comment on function cogo.heir_lane(smallint, integer, text) is
  'The open lane of the same priority that takes the jobs of one that closes; null = none was named.';

revoke execute on function cogo.heir_lane(smallint, integer, text) from public;
