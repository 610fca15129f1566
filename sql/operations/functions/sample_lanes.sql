create function cogo.sample_lanes(at timestamptz)
returns table (labels jsonb, tenant_id uuid, depth bigint, age_ms double precision, is_capped boolean)
language plpgsql
security definer
set search_path = ''
set enable_hashjoin = off
set enable_mergejoin = off
set jit = off
as $$
#variable_conflict use_column
declare
  lane record;
  head record;
  counted bigint;
  last_id bigint;
  row_limit integer;
begin
  -- All lanes together cost at most about 100,000 look-ups, however deep they are.
  select greatest(50, least(2000, 100000 / greatest(count(*), 1))) into row_limit
  from cogo.lane_hints(null) as hint where hint.tail > hint.floor_at;
  for lane in
    select jsonb_build_object('executor', known.executor, 'priority', known.priority, 'shard', known.shard::text) as labels,
      hint.queue_name, hint.floor_at, hint.tail
    from cogo.lane_hints(null) as hint join cogo.lanes as known on known.lane_id = hint.lane_id
  loop
    labels := lane.labels;
    counted := 0;
    last_id := lane.floor_at;
    if lane.tail > lane.floor_at then
      for head in execute format(
        $sql$
          select job.tenant_id, count(*) as jobs, min(near.vt) as since, max(near.msg_id) as last_id
          from (select queued.msg_id, queued.vt, queued.message from pgmq.%I as queued where queued.msg_id > $1 order by queued.msg_id limit $2) as near
          cross join lateral (
            select body.tenant_id from cogo.jobs as body where body.id = (near.message ->> 'job_id')::bigint limit 1
          ) as job
          group by job.tenant_id
        $sql$, 'q_' || lane.queue_name
      ) using lane.floor_at, row_limit loop
        tenant_id := head.tenant_id;
        depth := head.jobs;
        age_ms := greatest(cogo.milliseconds(head.since, sample_lanes.at), 0);
        counted := counted + head.jobs;
        last_id := greatest(last_id, head.last_id);
        is_capped := false;
        return next;
      end loop;
    end if;
    -- What lies beyond the bound is told from the tail, of no tenant; an empty lane says so.
    if counted = 0 or counted >= row_limit then
      tenant_id := null;
      is_capped := counted >= row_limit;
      depth := case when is_capped then greatest(lane.tail - last_id, 0) else 0 end;
      age_ms := null;
      return next;
    end if;
  end loop;
end;
$$;

comment on function cogo.sample_lanes(timestamptz) is
  'Ready jobs and the oldest''s age by lane and tenant: the first 2,000 of each lane (fewer when there are many lanes); those beyond, gaps included, as of no tenant, with is_capped.';

revoke execute on function cogo.sample_lanes(timestamptz) from public;
