create function api.set_tenant_bound(
  max_open integer, policy text default 'refuse', tenant_id uuid default null, retry_after_seconds integer default 5
)
returns jsonb
language plpgsql
volatile
set search_path = ''
as $$
begin
  return to_jsonb(cogo.set_tenant_bound(
    set_tenant_bound.max_open, set_tenant_bound.policy, set_tenant_bound.tenant_id, set_tenant_bound.retry_after_seconds
  )) - 'counting_xid';
end;
$$;

comment on function api.set_tenant_bound(integer, text, uuid, integer) is
  'Bounds how many jobs a tenant (null: each without a bound of its own) may have open. More are refused (queue_full, Retry-After) or parked until others close. Errors: bad_argument (400).';

revoke execute on function api.set_tenant_bound(integer, text, uuid, integer) from public;
grant execute on function api.set_tenant_bound(integer, text, uuid, integer) to service_role;
