create function cogo.forget_workers(at timestamptz, row_limit integer)
returns integer
language plpgsql
security definer
set search_path = ''
as $$
declare
  forgotten integer;
begin
  delete from cogo.worker_devices where ctid = any (array(
    select device.ctid
    from cogo.worker_devices as device join cogo.worker_heartbeats as beat on beat.device_id = device.device_id
    where greatest(device.gone_at, beat.beat_at) < forget_workers.at - interval '1 day'
      and not exists (select from cogo.claims as claim where claim.device_id = device.device_id)
    limit forget_workers.row_limit
    for update skip locked
  ));
  get diagnostics forgotten = row_count;
  return forgotten;
end;
$$;

comment on function cogo.forget_workers(timestamptz, integer) is
  'Drops workers that were not heard of for a day and hold nothing. Answers how many.';

revoke execute on function cogo.forget_workers(timestamptz, integer) from public;
