create function cogo.pop_ready(
  executor text,
  want integer,
  tenant uuid,
  worker text,
  out job_ids bigint[],
  out attempts smallint[]
)
language plpgsql
security definer
set search_path = ''
as $$
declare
  busy record;
  drawn record;
  popped record;
  ask integer;
  nth integer;
begin
  select array_agg(hint.lane_id) as lanes, array_agg(hint.floor_at) as floors, array_agg(hint.weight) as weights, max(hint.shard) as last_shard
  into busy
  from cogo.lane_hints(pop_ready.executor) as hint
  where hint.tail > hint.floor_at and not hint.paused;
  if cardinality(busy.lanes) = 1 then
    select * into job_ids, attempts
    from pgmq.cogo_pop(busy.lanes[1], busy.floors[1], pop_ready.want, pop_ready.tenant);
    return;
  end if;

  if busy.last_shard > 0 then
    busy.weights := cogo.shard_weights(busy.lanes, busy.weights, pop_ready.worker);
  end if;
  -- Weighted draw without replacement (Efraimidis and Spirakis): a lane of weight 16 goes first 16 times as often as one
  -- of weight 1. Its share of the batch comes first; a second round gives what is left to lanes that still have work.
  select
    array_agg(item.lane_id order by item.draw) as lanes, array_agg(item.floor_at order by item.draw) as floors,
    array_agg(item.weight order by item.draw) as weights, sum(item.weight) as weight
  into drawn
  from (
    select lane_id, floor_at, weight, -ln(1 - cogo.random_()) / weight as draw
    from unnest(busy.lanes, busy.floors, busy.weights) as hint (lane_id, floor_at, weight)
  ) as item;

  for turn in 0 .. 2 * coalesce(cardinality(drawn.lanes), 0) - 1 loop
    nth := 1 + turn % cardinality(drawn.lanes);
    ask := pop_ready.want - coalesce(cardinality(job_ids), 0);
    exit when ask <= 0;
    continue when drawn.lanes[nth] is null;
    if turn < cardinality(drawn.lanes) then
      ask := least(ask, ceil(pop_ready.want * drawn.weights[nth]::numeric / drawn.weight)::integer);
    end if;
    popped := pgmq.cogo_pop(drawn.lanes[nth], drawn.floors[nth], ask, pop_ready.tenant);
    if coalesce(cardinality(popped.job_ids), 0) < ask then
      drawn.lanes[nth] := null;
    end if;
    job_ids := job_ids || popped.job_ids;
    attempts := attempts || popped.attempts;
  end loop;
end;
$$;

comment on function cogo.pop_ready(text, integer, uuid, text) is
  'Takes up to want ready jobs from the lanes of an executor, urgent, normal and bulk by weight 16 : 4 : 1. Of shards the worker''s home gives most. Touches only lanes that may hold work.';

revoke execute on function cogo.pop_ready(text, integer, uuid, text) from public;
