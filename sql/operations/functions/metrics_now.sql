create function cogo.metrics_now(tenant uuid)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  picture jsonb;
begin
  with lane as materialized (
    select * from cogo.metrics_lanes(metrics_now.tenant, cogo.now_())
  ),
  place as materialized (
    select * from cogo.metrics_places(metrics_now.tenant)
  ),
  standing as (
    select place.executor, place.place, place.jobs from place
    union all
    select lane.executor, 'ready', lane.depth from lane
  ),
  by_executor as (
    select
      standing.executor,
      sum(jobs) filter (where place = 'ready') as ready,
      coalesce(sum(jobs) filter (where place = 'waiting'), 0) as waiting,
      coalesce(sum(jobs) filter (where place = 'blocked'), 0) as blocked,
      coalesce(sum(jobs) filter (where place = 'assigned'), 0) as assigned,
      coalesce(sum(jobs) filter (where place = 'running'), 0) as running
    from standing
    group by standing.executor
  )
  select jsonb_build_object(
    'queued', coalesce(sum(ready + waiting + blocked), 0),
    'assigned', coalesce(sum(assigned), 0),
    'running', coalesce(sum(running), 0),
    'ready', coalesce(sum(ready), 0),
    'waiting', coalesce(sum(waiting), 0),
    'blocked', coalesce(sum(blocked), 0),
    'is_capped', (select coalesce(bool_or(is_capped), false) from lane) or (select coalesce(bool_or(is_capped), false) from place),
    'by_executor', coalesce(jsonb_agg(to_jsonb(by_executor) order by executor), '[]'),
    'lanes', (select coalesce(jsonb_agg(to_jsonb(lane)), '[]') from lane)
  )
  into picture
  from by_executor;
  return picture;
end;
$$;

comment on function cogo.metrics_now(uuid) is
  'Where open jobs stand: queued (ready + waiting + blocked), assigned, running; by executor, and the depth of every lane.';

revoke execute on function cogo.metrics_now(uuid) from public;
