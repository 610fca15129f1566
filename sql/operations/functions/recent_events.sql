create function cogo.recent_events(since timestamptz, tenant uuid)
returns table (id bigint, ts timestamptz, type text, job_ids bigint[], is_capped boolean)
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
begin
  -- Newest first along the primary key, so the cost is bounded whatever the window and the table's size.
  return query
  with newest as materialized (
    select
      event.id, event.ts, event.type, event.tenant_id, event.job_ids,
      count(*) over (order by event.id desc) as rows_so_far,
      sum(cardinality(event.job_ids)) over (order by event.id desc) as jobs_so_far
    from (select * from cogo.events as each_event order by each_event.id desc limit 20000) as event
  ),
  inside as (
    select newest.*, (rows_so_far = 20000 or jobs_so_far >= 200000) as is_last_read
    from newest
    where newest.ts >= recent_events.since and (rows_so_far = 1 or jobs_so_far <= 200000)
  )
  select
    inside.id,
    inside.ts,
    inside.type,
    case when recent_events.tenant is null or inside.tenant_id = recent_events.tenant then inside.job_ids
      when inside.tenant_id is null then array(
        select named.job_id
        from unnest(inside.job_ids) as named (job_id)
        join cogo.jobs as job on job.id = named.job_id
        where job.tenant_id = recent_events.tenant
      )
      else '{}'
    end,
    inside.is_last_read
  from inside
  order by inside.id desc;
end;
$$;

comment on function cogo.recent_events(timestamptz, uuid) is
  'Events since a time, newest first, with the jobs of one tenant (null = all). Reads at most 20,000 rows or 200,000 transitions; is_capped marks where it had to stop.';

revoke execute on function cogo.recent_events(timestamptz, uuid) from public;
