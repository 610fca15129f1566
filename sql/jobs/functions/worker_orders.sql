create function cogo.worker_orders(device cogo.worker_devices, at timestamptz)
returns jsonb
language plpgsql
immutable
set search_path = ''
as $$
begin
  return jsonb_build_object(
    'worker', device.worker,
    'executor', device.executor,
    'drain', device.drain_requested_at is not null,
    'beat_seconds', device.beat_seconds,
    'prefetch_max', device.prefetch_max,
    'max_per_minute', device.max_per_minute,
    'now', worker_orders.at
  );
end;
$$;

comment on function cogo.worker_orders(cogo.worker_devices, timestamptz) is
  'What a registered worker is told when it registers and at each beat.';

revoke execute on function cogo.worker_orders(cogo.worker_devices, timestamptz) from public;
