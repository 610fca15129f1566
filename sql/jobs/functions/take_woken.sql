create function cogo.take_woken(
  executor text,
  want integer,
  tenant uuid,
  at timestamptz,
  out job_ids bigint[],
  out attempts smallint[],
  out hashes uuid[],
  out paid_for jsonb[]
)
language plpgsql
security definer
set search_path = ''
as $$
declare
  prefixes text[] := case when tenant is not null then cogo.caller_limits('jobs:work') end;
begin
  with gone as (
    delete from cogo.parked where ctid = any (array(
      select woken.ctid
      from cogo.lanes as lane, lateral (
        select parked.ctid, parked.woken_at, parked.job_id from cogo.parked
        where parked.lane_id = lane.lane_id and parked.woken_at <= take_woken.at
          and (take_woken.tenant is null or parked.tenant_id = take_woken.tenant)
          and (prefixes is null or exists (
            select from cogo.jobs as job where job.id = parked.job_id and job.type ^@ any (prefixes)
          ))
        order by parked.woken_at, parked.job_id
        limit take_woken.want
        for update skip locked
      ) as woken
      where lane.executor = take_woken.executor and lane.paused_at is null
      order by lane.weight desc, woken.woken_at, woken.job_id
      limit take_woken.want
    ))
    returning parked.*
  )
  select
    array_agg(gone.job_id order by gone.job_id), array_agg(gone.attempt order by gone.job_id),
    array_agg(gone.limit_hash order by gone.job_id), array_agg(to_jsonb(gone.paid_for) order by gone.job_id)
  into job_ids, attempts, hashes, paid_for
  from gone;
end;
$$;

comment on function cogo.take_woken(text, integer, uuid, timestamptz) is
  'Jobs that were parked and may be tried again: they had reached the head of their lane before, so they go before it.';

revoke execute on function cogo.take_woken(text, integer, uuid, timestamptz) from public;
