create function cogo.count_shards(executor text)
returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
  update cogo.lanes as lane set open_shards = counted.shards
  from (
    select shard.priority, greatest(count(*) filter (where shard.state = 'open'), 1) as shards
    from cogo.lanes as shard where shard.executor = count_shards.executor
    group by shard.priority
  ) as counted
  where lane.executor = count_shards.executor and lane.priority = counted.priority and lane.shard = 0
    and lane.open_shards <> counted.shards;
end;
$$;

comment on function cogo.count_shards(text) is 'Writes down on shard 0 how many shards are open, for whoever routes jobs.';

revoke execute on function cogo.count_shards(text) from public;
