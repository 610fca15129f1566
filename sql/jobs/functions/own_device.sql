create function cogo.own_device(worker text, tenant uuid, agent uuid)
returns cogo.worker_devices
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  device cogo.worker_devices;
begin
  select * into device from cogo.worker_devices as known
  where known.worker = own_device.worker and known.tenant_id is not distinct from own_device.tenant
    and known.agent_id is not distinct from own_device.agent and known.gone_at is null;
  return device;
end;
$$;

comment on function cogo.own_device(text, uuid, uuid) is
  'The registered worker of this name that the caller itself is; empty when there is none, or it said goodbye.';

revoke execute on function cogo.own_device(text, uuid, uuid) from public;
