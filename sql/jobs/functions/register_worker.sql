create function cogo.register_worker(
  worker text,
  executor text,
  version text,
  capabilities jsonb,
  concurrency integer,
  prefetch_max integer,
  max_per_minute integer,
  beat_seconds integer
)
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
  perform cogo.check_json('capabilities', register_worker.capabilities, 8192);
  if not exists (select from cogo.lanes as lane where lane.executor = register_worker.executor) then
    perform cogo.refuse_argument('executor', format('no lane is open for %L', register_worker.executor));
  end if;
  insert into cogo.worker_devices as known (
    worker, tenant_id, agent_id, registered_at, prefetch_max, max_per_minute, beat_seconds, concurrency, executor, version,
    capabilities
  )
  values (
    register_worker.worker, tenant, case when tenant is not null then cogo.caller_agent() end, at,
    register_worker.prefetch_max, register_worker.max_per_minute, register_worker.beat_seconds,
    register_worker.concurrency, register_worker.executor, register_worker.version,
    coalesce(register_worker.capabilities, '{}')
  )
  on conflict (worker, tenant_id) do update set
    agent_id = excluded.agent_id, registered_at = excluded.registered_at, prefetch_max = excluded.prefetch_max,
    max_per_minute = excluded.max_per_minute, beat_seconds = excluded.beat_seconds, concurrency = excluded.concurrency,
    executor = excluded.executor, version = excluded.version, capabilities = excluded.capabilities, gone_at = null,
    -- Who was asked to drain and comes back without having said goodbye is still asked.
    drain_requested_at = case when known.gone_at is null then known.drain_requested_at end
  where known.agent_id is not distinct from excluded.agent_id or known.gone_at is not null or exists (
    select from cogo.worker_heartbeats as beat
    where beat.device_id = known.device_id and beat.beat_at < at - make_interval(secs => 2 * known.beat_seconds)
  )
  returning * into device;
  if device.device_id is null then
    raise sqlstate 'PT409' using
      message = format('Cannot register worker %s: another agent''s worker of this name is alive', register_worker.worker),
      detail = 'worker_taken',
      hint = 'Give each worker a name of its own.';
  end if;

  insert into cogo.worker_heartbeats as beat (device_id, beat_at, tokens_at, tokens)
  values (device.device_id, at, at, greatest(device.max_per_minute / 6.0, 1))
  on conflict (device_id) do update set beat_at = excluded.beat_at, load = null, held = null;
  return cogo.worker_orders(device, at);
exception
  when check_violation or numeric_value_out_of_range or not_null_violation then
    perform cogo.refuse_argument('the worker', sqlerrm);
    return null;
end;
$$;

comment on function cogo.register_worker(text, text, text, jsonb, integer, integer, integer, integer) is
  'Adds a worker to the devices, or renews what it said of itself. Errors: bad_argument (400), worker_taken (409).';

revoke execute on function cogo.register_worker(text, text, text, jsonb, integer, integer, integer, integer) from public;
grant execute on function cogo.register_worker(text, text, text, jsonb, integer, integer, integer, integer) to authenticated, service_role;
