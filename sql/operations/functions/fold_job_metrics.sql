create function cogo.fold_job_metrics(after_id bigint, up_to bigint)
returns void
language plpgsql
security definer
set search_path = ''
set plan_cache_mode = force_generic_plan
set enable_sort = off
set jit = off
as $$
#variable_conflict use_column
declare
  counted jsonb;
  timed jsonb;
begin
  with moved as materialized (
    select told.*, date_trunc('minute', told.ts, 'UTC') as at
    from cogo.job_moves(fold_job_metrics.after_id, fold_job_metrics.up_to) as told
  ),
  deeds as (
    select moved.lane_id, moved.tenant_id, moved.type, moved.at, deed.name, sum(moved.jobs) as jobs
    from moved
    cross join lateral unnest(case when moved.orphaned then moved.deeds || '{orphaned}' else moved.deeds end) as deed (name)
    group by moved.lane_id, moved.tenant_id, moved.type, moved.at, deed.name
  ),
  times as (
    select item.name, moved.lane_id, moved.tenant_id, moved.type, moved.at, cogo.time_bin(item.ms) as bin, cogo.time_place(item.ms) as place,
      sum(item.ms * moved.jobs) as ms, sum(moved.jobs) as many
    from moved cross join lateral (values ('wait', moved.waited_ms), ('run', moved.ran_ms)) as item (name, ms)
    where item.ms is not null
    group by item.name, moved.lane_id, moved.tenant_id, moved.type, moved.at, bin, place
  )
  select
    (
      select jsonb_agg(jsonb_build_object(
        'name', 'jobs', 'tenant_id', line.tenant_id, 'labels', jsonb_build_object('executor', line.executor, 'type', line.type),
        'at', line.at, 'counts', line.counts
      ))
      from (
        select lane.executor, deeds.tenant_id, deeds.type, deeds.at, jsonb_object_agg(deeds.name, deeds.jobs) as counts
        from deeds join cogo.lanes as lane on lane.lane_id = deeds.lane_id
        group by lane.lane_id, lane.executor, deeds.tenant_id, deeds.type, deeds.at
      ) as line
    ),
    (
      select jsonb_agg(jsonb_build_object(
        'name', times.name, 'tenant_id', times.tenant_id, 'labels', jsonb_build_object('executor', lane.executor, 'type', times.type),
        'within', jsonb_build_object('executor', lane.executor), 'at', times.at, 'bin', times.bin, 'place', times.place,
        'ms', times.ms, 'many', times.many
      ))
      from times join cogo.lanes as lane on lane.lane_id = times.lane_id
    )
  into counted, timed;
  if counted is not null then
    perform cogo.add_metrics(counted || cogo.binned_times(coalesce(timed, '[]')));
    perform cogo.add_times(coalesce(timed, '[]'));
    perform cogo.fold_losses(counted, fold_job_metrics.after_id, fold_job_metrics.up_to);
  end if;
end;
$$;

comment on function cogo.fold_job_metrics(bigint, bigint) is
  'Adds settled events to the history, job by job: every transition, and how long each waited for its first claim and ran.';

revoke execute on function cogo.fold_job_metrics(bigint, bigint) from public;
