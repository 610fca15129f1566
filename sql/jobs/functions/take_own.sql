create function cogo.take_own(lane_id smallint, tenant uuid, want integer, out job_ids bigint[], out attempts smallint[])
language plpgsql
security definer
set search_path = ''
as $$
begin
  with gone as (
    delete from cogo.backlog where ctid = any (array(
      select later.ctid from cogo.backlog as later
      where later.lane_id = take_own.lane_id and later.tenant_id = take_own.tenant
      order by later.job_id limit take_own.want for update skip locked
    ))
    returning backlog.job_id, backlog.attempt
  )
  select array_agg(gone.job_id order by gone.job_id), array_agg(gone.attempt order by gone.job_id) into job_ids, attempts
  from gone;
end;
$$;

comment on function cogo.take_own(smallint, uuid, integer) is 'Takes up to want jobs of one tenant out of a lane''s backlog, the oldest first.';

revoke execute on function cogo.take_own(smallint, uuid, integer) from public;
