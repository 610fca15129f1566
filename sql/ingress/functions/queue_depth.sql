create function cogo.queue_depth(executor text, most bigint)
returns bigint
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  lane record;
  part bigint;
  depth bigint;
begin
  select coalesce(sum(greatest(hint.tail - hint.floor_at, 0)), 0) into depth from cogo.lane_hints(queue_depth.executor) as hint;
  if depth > queue_depth.most then
    -- The hints count gaps as well; only when they say too many is it worth to look.
    depth := 0;
    for lane in select hint.* from cogo.lane_hints(queue_depth.executor) as hint where hint.tail > hint.floor_at loop
      execute format(
        'select count(*) from (select from pgmq.%I as ready where ready.msg_id > $1 limit $2) as near', 'q_' || lane.queue_name
      ) into part using lane.floor_at, queue_depth.most + 1 - depth;
      depth := depth + part;
      exit when depth > queue_depth.most;
    end loop;
  end if;
  if depth <= queue_depth.most and exists (select from cogo.backlog) then
    select depth + count(*) into depth from (
      select from cogo.lanes as behind join cogo.backlog as waiting on waiting.lane_id = behind.lane_id
      where behind.executor = queue_depth.executor limit queue_depth.most + 1 - depth
    ) as near;
  end if;
  return depth;
end;
$$;

comment on function cogo.queue_depth(text, bigint) is
  'About how many jobs are ready for an executor, in its lanes and behind them. Exact, or an upper bound that is at most most; beyond most it stops counting.';

revoke execute on function cogo.queue_depth(text, bigint) from public;
