create function cogo.take_unheld(job_ids bigint[])
returns table (job_id bigint, attempt smallint)
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  lane record;
  parked_ones record;
  wakes record;
  over_ids bigint[];
begin
  return query
  delete from cogo.waiting where waiting.job_id = any(take_unheld.job_ids)
  returning waiting.job_id, waiting.attempt;

  return query
  delete from cogo.blocked where blocked.job_id = any(take_unheld.job_ids)
  returning blocked.job_id, 1::smallint;

  return query
  delete from cogo.backlog where backlog.job_id = any(take_unheld.job_ids)
  returning backlog.job_id, backlog.attempt;

  with gone as (
    delete from cogo.parked where parked.job_id = any(take_unheld.job_ids) returning parked.*
  )
  select
    array_agg(gone.job_id) as job_ids, array_agg(gone.attempt) as attempts,
    array_agg(gone.limit_hash) filter (where gone.woken_at is not null and gone.limit_hash is not null) as woken_by
  into parked_ones
  from gone;
  return query select item.job_id, item.attempt from unnest(parked_ones.job_ids, parked_ones.attempts) as item (job_id, attempt);
  -- A wake that goes with its job would be missed by the others that sleep on that limit: as many of them wake instead.
  if parked_ones.woken_by is not null then
    select array_agg(per_limit.hash) as hashes, array_agg(per_limit.jobs) as counts into wakes
    from (select woken.hash, count(*)::integer as jobs from unnest(parked_ones.woken_by) as woken (hash) group by woken.hash) as per_limit;
    perform cogo.wake_parked(wakes.hashes, wakes.counts, cogo.now_());
  end if;

  if exists (select from cogo.over_bound) then
    with gone as (
      delete from cogo.over_bound where over_bound.job_id = any(take_unheld.job_ids) returning over_bound.job_id
    )
    select array_agg(gone.job_id) into over_ids from gone;
    -- It was not counted as open; now it is, since its end will be.
    perform cogo.tell_loads(over_ids, 1);
    return query select item.job_id, 1::smallint from unnest(over_ids) as item (job_id);
  end if;

  -- Messages have no index by job. A short lane is searched; in a long one the claim that pops the job closes it.
  for lane in
    select hint.queue_name, hint.floor_at
    from cogo.lane_hints(null) as hint
    where hint.tail > hint.floor_at and hint.tail - hint.floor_at <= 20000
      and hint.lane_id in (
        select job.lane_id from cogo.jobs as job where job.id = any(take_unheld.job_ids)
        union all
        select move.to_lane_id from cogo.jobs as job join cogo.lane_moves as move on move.from_lane_id = job.lane_id
        where job.id = any(take_unheld.job_ids)
      )
  loop
    return query execute format(
      $sql$
        delete from pgmq.%1$I
        where ctid = any (array(
          select queued.ctid from pgmq.%1$I as queued
          where queued.msg_id > %2$s and (queued.message ->> 'job_id')::bigint = any($1)
          for update skip locked
        ))
        returning (message ->> 'job_id')::bigint, coalesce((message ->> 'attempt')::smallint, 1::smallint)
      $sql$,
      'q_' || lane.queue_name, lane.floor_at
    ) using take_unheld.job_ids;
  end loop;
end;
$$;

comment on function cogo.take_unheld(bigint[]) is
  'Takes jobs that no worker holds out of their place, as far as they are found quickly and nobody else is taking them.';

revoke execute on function cogo.take_unheld(bigint[]) from public;
