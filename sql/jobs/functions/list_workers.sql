create function cogo.list_workers(only_executor text, only_state text, after_worker_id bigint, row_limit integer)
returns table (
  worker_id bigint, worker text, tenant_id uuid, agent_id uuid, executor text, version text, capabilities jsonb, state text,
  held integer, load real, beat_at timestamptz, registered_at timestamptz, drain_requested_at timestamptz,
  concurrency integer, prefetch_max integer, max_per_minute integer, beat_seconds integer
)
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  tenant uuid := cogo.caller_tenant();
  at timestamptz := cogo.now_();
begin
  if (list_workers.only_state in ('live', 'late', 'orphaned', 'draining', 'gone')) is false then
    perform cogo.refuse_argument('only_state', 'it must be live, late, orphaned, draining or gone');
  end if;
  if list_workers.row_limit is null or list_workers.row_limit not between 1 and 1000 then
    perform cogo.refuse_argument('row_limit', 'it must be 1 to 1000');
  end if;

  return query
  select
    device.device_id, device.worker, device.tenant_id, device.agent_id, device.executor, device.version,
    device.capabilities, told.state, cogo.device_holds(device.device_id), beat.load, beat.beat_at, device.registered_at,
    device.drain_requested_at, device.concurrency::integer, device.prefetch_max, device.max_per_minute,
    device.beat_seconds::integer
  from cogo.worker_devices as device
  join cogo.worker_heartbeats as beat on beat.device_id = device.device_id
  cross join lateral (select cogo.device_state(device, beat.beat_at, at) as state) as told
  where (tenant is null or device.tenant_id = tenant)
    and (list_workers.only_executor is null or device.executor = list_workers.only_executor)
    and (list_workers.only_state is null or told.state = list_workers.only_state)
    and (list_workers.after_worker_id is null or device.device_id > list_workers.after_worker_id)
  order by device.device_id
  limit list_workers.row_limit;
end;
$$;

comment on function cogo.list_workers(text, text, bigint, integer) is
  'Registered workers in the order of their first registration. Errors: bad_argument (400), not_an_agent (401).';

revoke execute on function cogo.list_workers(text, text, bigint, integer) from public;
grant execute on function cogo.list_workers(text, text, bigint, integer) to authenticated, service_role;
