create function cogo.shard_weights(lane_ids smallint[], weights smallint[], worker text)
returns smallint[]
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  return array(
    select greatest(128 * shard.weight * shard.pull / sum(shard.pull) over (partition by shard.weight), 1)::smallint
    from (
      select item.*, case
        -- The highest hash wins (rendezvous): when a shard comes or goes, only its own workers look for another.
        when hashtextextended(shard_weights.worker, item.lane_id)
          = max(hashtextextended(shard_weights.worker, item.lane_id)) over (partition by item.weight) then 4
        else 1
      end as pull
      from unnest(shard_weights.lane_ids, shard_weights.weights) with ordinality as item (lane_id, weight, ordinal)
    ) as shard
    order by shard.ordinal
  );
end;
$$;

comment on function cogo.shard_weights(smallint[], smallint[], text) is
  'Parts the weight of each band among its shards that may hold work: four parts for the worker''s home, one for each other, so none starves and an empty home costs nothing.';

revoke execute on function cogo.shard_weights(smallint[], smallint[], text) from public;
