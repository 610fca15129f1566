create function cogo.describe_request_type(type text)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  tenant uuid := cogo.caller_tenant();
  at timestamptz := cogo.now_();
  ruling cogo.job_types;
  contract record;
begin
  if (length(describe_request_type.type) <= 120 and describe_request_type.type ~ '^[a-z][a-z0-9_-]*(\.[a-z0-9_-]+)+$') is not true then
    perform cogo.refuse_argument('type', 'it must read like prefix.name, of a-z, 0-9, _ and -, at most 120 characters');
  end if;
  ruling := cogo.resolve_job_type(describe_request_type.type);
  if ruling.type is null then
    perform cogo.refuse_argument('type', format('no settings rule %L', describe_request_type.type));
  end if;
  contract := cogo.request_contract(ruling, describe_request_type.type, tenant);

  return jsonb_build_object(
    'type', describe_request_type.type,
    'ruled_by', ruling.type,
    'version', contract.version,
    'request_schema', contract.request_schema,
    'reply_schema', contract.reply_schema,
    'timeout_seconds', '{"default": 60, "maximum": 2592000}'::jsonb,
    'max_attempts', ruling.max_attempts,
    'lease_seconds', ruling.lease_seconds,
    'max_bytes', 262144,
    'answered_by', jsonb_build_object(
      'executor', contract.executor,
      'scope', 'jobs:work:' || describe_request_type.type,
      'has_live_workers', exists (
        select from cogo.worker_devices as device join cogo.worker_heartbeats as beat on beat.device_id = device.device_id
        where device.executor = contract.executor and (device.tenant_id is null or tenant is null or device.tenant_id = tenant)
          and cogo.device_state(device, beat.beat_at, at) in ('live', 'late')
      )
    )
  );
end;
$$;

comment on function cogo.describe_request_type(text) is
  'The contract of a request type, as the caller''s tenant is served. Errors: bad_argument (400).';

revoke execute on function cogo.describe_request_type(text) from public;
grant execute on function cogo.describe_request_type(text) to authenticated, service_role;
