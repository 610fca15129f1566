create function cogo.orphaned_devices(at timestamptz)
returns bigint[]
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  return array(
    select device.device_id
    from cogo.worker_devices as device join cogo.worker_heartbeats as beat on beat.device_id = device.device_id
    where (device.gone_at is not null or beat.beat_at < orphaned_devices.at - make_interval(secs => 2 * device.beat_seconds))
      and exists (select from cogo.claims as claim where claim.device_id = device.device_id)
  );
end;
$$;

comment on function cogo.orphaned_devices(timestamptz) is
  'Registered workers that hold claims and are gone, or were not heard of for two beats.';

revoke execute on function cogo.orphaned_devices(timestamptz) from public;
