create function cogo.set_worker_drain(worker text, tenant_id uuid, drain boolean)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  tenant uuid := cogo.caller_tenant();
  at timestamptz := cogo.now_();
  device cogo.worker_devices;
begin
  update cogo.worker_devices as known
  set drain_requested_at = case when set_worker_drain.drain then coalesce(known.drain_requested_at, at) end
  where known.worker = set_worker_drain.worker
    and known.tenant_id is not distinct from coalesce(set_worker_drain.tenant_id, tenant)
    and (tenant is null or known.tenant_id = tenant)
  returning * into device;
  if device.device_id is null then
    perform cogo.raise_worker_not_found(set_worker_drain.worker);
  end if;
  return jsonb_build_object(
    'worker', device.worker,
    'state', (
      select cogo.device_state(device, beat.beat_at, at) from cogo.worker_heartbeats as beat
      where beat.device_id = device.device_id
    ),
    'held', cogo.device_holds(device.device_id)
  );
end;
$$;

comment on function cogo.set_worker_drain(text, uuid, boolean) is
  'Asks a registered worker to drain, or takes that back. From the next call on it is given no jobs. Errors: worker_not_found (404).';

revoke execute on function cogo.set_worker_drain(text, uuid, boolean) from public;
grant execute on function cogo.set_worker_drain(text, uuid, boolean) to authenticated, service_role;
