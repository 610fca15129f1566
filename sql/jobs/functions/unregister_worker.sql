create function cogo.unregister_worker(worker text)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  tenant uuid := cogo.caller_tenant();
  device cogo.worker_devices := cogo.own_device(
    unregister_worker.worker, tenant, case when tenant is not null then cogo.caller_agent() end
  );
begin
  update cogo.worker_devices as known set gone_at = cogo.now_()
  where known.device_id = device.device_id and known.gone_at is null;
  return jsonb_build_object(
    'worker', unregister_worker.worker, 'outcome', case when device.device_id is null then 'not_registered' else 'gone' end
  );
end;
$$;

comment on function cogo.unregister_worker(text) is
  'A worker''s goodbye. What it still holds goes back to the queue with the next sweep.';

revoke execute on function cogo.unregister_worker(text) from public;
grant execute on function cogo.unregister_worker(text) to authenticated, service_role;
