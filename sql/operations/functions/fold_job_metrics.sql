create function cogo.fold_job_metrics(after_id bigint, up_to bigint)
returns void
language plpgsql
security definer
set search_path = ''
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
set jit = off
as $$
#variable_conflict use_column
declare
  counted jsonb;
  timed jsonb;
  each record;
begin
  with moved as materialized (
    -- What the same jobs did at the same instant is one look-up: claimed and started, failed and dead.
    select array_agg(substr(event.type, 5)) as deeds, event.job_ids, event.ts, event.fence
    from cogo.events as event
    where event.id > fold_job_metrics.after_id and event.id <= fold_job_metrics.up_to
    group by event.ts, event.fence, event.job_ids
  ),
  told as materialized (
    select moved.deeds, moved.ts, seen.*
    from moved
    cross join lateral cogo.metric_moves(moved.deeds, moved.job_ids, moved.ts, moved.fence) as seen
  ),
  named as materialized (
    select told.deeds, date_trunc('minute', told.ts, 'UTC') as at, told.tenant_id, told.jobs, told.orphaned, told.waited_ms, told.ran_ms,
      jsonb_build_object('executor', lane.executor, 'type', told.type) as labels
    from told join cogo.lanes as lane on lane.lane_id = told.lane_id
  )
  select
    (
      select jsonb_agg(jsonb_build_object('name', 'jobs', 'tenant_id', line.tenant_id, 'labels', line.labels, 'at', line.at, 'counts', line.counts))
      from (
        select by_deed.tenant_id, by_deed.labels, by_deed.at, jsonb_object_agg(by_deed.deed, by_deed.jobs) as counts
        from (
          select named.tenant_id, named.labels, named.at, deed.name as deed, sum(named.jobs) as jobs
          from named cross join lateral (
            select unnest(named.deeds) as name union all select 'orphaned' where named.orphaned
          ) as deed
          group by named.tenant_id, named.labels, named.at, deed.name
        ) as by_deed
        group by by_deed.tenant_id, by_deed.labels, by_deed.at
      ) as line
    ),
    (
      select jsonb_agg(to_jsonb(line))
      from (
        select item.name, named.tenant_id, named.labels, named.at, item.ms, sum(named.jobs) as jobs
        from named cross join lateral (values ('wait', named.waited_ms), ('run', named.ran_ms)) as item (name, ms)
        where item.ms is not null
        group by item.name, named.tenant_id, named.labels, named.at, item.ms
      ) as line
    )
  into counted, timed;

  perform cogo.add_metrics(coalesce(counted, '[]') || cogo.binned_times(coalesce(timed, '[]')));
  for each in
    select item.name, jsonb_build_object('executor', item.labels -> 'executor') as labels, array_agg(item.ms) as ms, array_agg(item.jobs) as jobs
    from jsonb_to_recordset(timed) as item (name text, labels jsonb, ms double precision, jobs bigint)
    group by item.name, item.labels -> 'executor'
  loop
    perform cogo.add_times(each.name, each.labels, each.ms, each.jobs);
  end loop;
end;
$$;

comment on function cogo.fold_job_metrics(bigint, bigint) is
  'Adds settled events to the history, job by job: every transition, and how long each waited for its first claim and ran.';

revoke execute on function cogo.fold_job_metrics(bigint, bigint) from public;
