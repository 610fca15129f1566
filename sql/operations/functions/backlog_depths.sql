create function cogo.backlog_depths(only_executor text)
returns table (executor text, depth bigint)
language plpgsql
stable
security definer
set search_path = ''
set enable_seqscan = off
set jit = off
as $$
#variable_conflict use_column
begin
  if not exists (select from cogo.backlog) then
    return;
  end if;
  return query
  select lane.executor, near.jobs
  from cogo.lanes as lane
  cross join lateral (
    select count(*) as jobs from (
      select from cogo.backlog as behind where behind.lane_id = lane.lane_id limit 10000
    ) as seen
  ) as near
  where near.jobs > 0 and (backlog_depths.only_executor is null or lane.executor = backlog_depths.only_executor);
end;
$$;

comment on function cogo.backlog_depths(text) is
  'Per lane how many jobs wait behind it for their tenant''s turn: counts at most 10,000 of each, along the index. Parked jobs are not here: they wait for a permit, which no worker brings.';

revoke execute on function cogo.backlog_depths(text) from public;
