create function cogo.worker_heartbeat(worker text, load real, held integer)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  tenant uuid := cogo.caller_tenant();
  at timestamptz := cogo.now_();
  device cogo.worker_devices := cogo.own_device(
    worker_heartbeat.worker, tenant, case when tenant is not null then cogo.caller_agent() end
  );
begin
  if (worker_heartbeat.load between 0 and 1) is false then
    perform cogo.refuse_argument('load', 'it must be 0 to 1');
  end if;
  if worker_heartbeat.held < 0 then
    perform cogo.refuse_argument('held', 'it must be 0 or more');
  end if;
  if device.device_id is null then
    perform cogo.raise_worker_not_found(worker_heartbeat.worker);
  end if;
  update cogo.worker_heartbeats set beat_at = at, load = worker_heartbeat.load, held = worker_heartbeat.held
  where ctid = any (array(
    select beat.ctid from cogo.worker_heartbeats as beat where beat.device_id = device.device_id for update skip locked
  ));
  return cogo.worker_orders(device, at);
end;
$$;

comment on function cogo.worker_heartbeat(text, real, integer) is
  'A beat of a registered worker, and what it is to do. A beat that meets another call of the worker leaves it to that one. Errors: bad_argument (400), worker_not_found (404).';

revoke execute on function cogo.worker_heartbeat(text, real, integer) from public;
grant execute on function cogo.worker_heartbeat(text, real, integer) to authenticated, service_role;
