create function cogo.pop_lane(
  queue_name text,
  floor_at bigint,
  want integer,
  tenant uuid,
  out job_ids bigint[],
  out attempts smallint[]
)
language plpgsql
security definer
set search_path = ''
as $$
begin
  -- By ctid under the row locks just taken: one walk of the key from the floor, and no second look-up.
  execute format(
    $sql$
      with gone as (
        delete from pgmq.%1$I
        where ctid = any (array(
          select queued.ctid from pgmq.%1$I as queued
          where queued.msg_id > %2$s %3$s
          order by queued.msg_id
          limit $1
          for update of queued skip locked
        ))
        returning msg_id, (message ->> 'job_id')::bigint as job_id, (message ->> 'attempt')::smallint as attempt
      )
      select array_agg(job_id order by msg_id), array_agg(attempt order by msg_id) from gone
    $sql$,
    'q_' || pop_lane.queue_name,
    pop_lane.floor_at,
    case
      when pop_lane.tenant is not null then
        'and exists (
          select from cogo.jobs as job where job.id = (queued.message ->> ''job_id'')::bigint and job.tenant_id = $2
        )'
      else ''
    end
  )
  into job_ids, attempts
  using pop_lane.want, pop_lane.tenant;
end;
$$;

comment on function cogo.pop_lane(text, bigint, integer, uuid) is
  'Takes up to want ready jobs out of a lane, oldest first, skipping what others are taking. A tenant takes only its own.';

revoke execute on function cogo.pop_lane(text, bigint, integer, uuid) from public;
