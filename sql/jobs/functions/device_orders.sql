create function cogo.device_orders(worker text, at timestamptz)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  tenant uuid := cogo.caller_tenant();
  device cogo.worker_devices := cogo.own_device(
    device_orders.worker, tenant, case when tenant is not null then cogo.caller_agent() end
  );
begin
  if device.device_id is null then
    return '{}'::jsonb;
  end if;
  perform cogo.note_beat(device.device_id, device.beat_seconds, device_orders.at);
  return jsonb_build_object('drain', device.drain_requested_at is not null);
end;
$$;

comment on function cogo.device_orders(text, timestamptz) is
  'A turn without new jobs counts as a beat, too, and tells a registered worker whether it is to drain; {} for any other.';

revoke execute on function cogo.device_orders(text, timestamptz) from public;
