create function cogo.device_state(device cogo.worker_devices, beat_at timestamptz, at timestamptz)
returns text
language plpgsql
immutable
set search_path = ''
as $$
declare
  silent double precision := extract(epoch from device_state.at - device_state.beat_at);
begin
  return case
    when device.gone_at is not null or silent > 3600 then 'gone'
    when silent > 2 * device.beat_seconds then 'orphaned'
    when device.drain_requested_at is not null then 'draining'
    when silent > device.beat_seconds then 'late'
    else 'live'
  end;
end;
$$;

comment on function cogo.device_state(cogo.worker_devices, timestamptz, timestamptz) is
  'live; late = a beat is overdue; orphaned = two are; draining; gone = it said goodbye, or was silent for an hour.';

revoke execute on function cogo.device_state(cogo.worker_devices, timestamptz, timestamptz) from public;
