create function cogo.promote_backlog(lane_id smallint, row_limit integer, only_tenant uuid, at timestamptz)
returns integer
language plpgsql
security definer
set search_path = ''
as $$
declare
  last_tenant uuid;
  tenants uuid[];
  next_tenant uuid;
  promoted record;
begin
  select turn.tenant_id into last_tenant from cogo.backlog_turns as turn
  where turn.lane_id = promote_backlog.lane_id for update skip locked;
  if not found and promote_backlog.only_tenant is null then
    return 0;
  end if;

  tenants := case when promote_backlog.only_tenant is not null then array[promote_backlog.only_tenant] else '{}' end;
  next_tenant := last_tenant;
  while promote_backlog.only_tenant is null and cardinality(tenants) < promote_backlog.row_limit loop
    select backlog.tenant_id into next_tenant from cogo.backlog
    where backlog.lane_id = promote_backlog.lane_id and backlog.tenant_id > next_tenant
    order by backlog.tenant_id limit 1;
    if not found then
      select backlog.tenant_id into next_tenant from cogo.backlog
      where backlog.lane_id = promote_backlog.lane_id order by backlog.tenant_id limit 1;
    end if;
    exit when next_tenant is null or next_tenant = any(tenants);
    tenants := tenants || next_tenant;
  end loop;
  if cardinality(tenants) = 0 then
    return 0;
  end if;

  -- One round for all, then what is left to those that still have some: the order of the row numbers.
  with picked as (
    select oldest.job_id, oldest.tenant_id, row_number() over (order by oldest.nth, turn.ordinal) as place
    from unnest(tenants) with ordinality as turn (tenant_id, ordinal), lateral (
      select head.job_id, head.tenant_id, row_number() over (order by head.job_id) as nth
      from (
        select backlog.job_id, backlog.tenant_id from cogo.backlog
        where backlog.lane_id = promote_backlog.lane_id and backlog.tenant_id = turn.tenant_id
        order by backlog.job_id
        limit promote_backlog.row_limit
        for update skip locked
      ) as head
    ) as oldest
    order by place
    limit promote_backlog.row_limit
  ),
  gone as (
    delete from cogo.backlog using picked where backlog.job_id = picked.job_id
    returning backlog.job_id, backlog.attempt, backlog.tenant_id, picked.place
  )
  select
    array_agg(gone.job_id order by gone.place) as job_ids, array_agg(gone.attempt order by gone.place) as attempts,
    (array_agg(gone.tenant_id order by gone.place desc))[1] as last_tenant
  into promoted from gone;
  if promoted.job_ids is null then
    return 0;
  end if;

  perform pgmq.cogo_push(promote_backlog.lane_id, promoted.job_ids, promoted.attempts, promote_backlog.at);
  if promote_backlog.only_tenant is null then
    update cogo.backlog_turns as turn set tenant_id = promoted.last_tenant where turn.lane_id = promote_backlog.lane_id;
  end if;
  return cardinality(promoted.job_ids);
end;
$$;

comment on function cogo.promote_backlog(smallint, integer, uuid, timestamptz) is
  'Makes jobs of a lanes backlog ready, a tenant after the other, each tenants oldest first. One promoter a lane; others pass. Answers how many.';

revoke execute on function cogo.promote_backlog(smallint, integer, uuid, timestamptz) from public;
