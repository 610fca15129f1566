create function cogo.limit_of(limit_hash uuid, job cogo.jobs)
returns text
language plpgsql
stable
set search_path = ''
as $$
declare
  key_hash uuid := cogo.limit_hash('key', job.tenant_id, job.concurrency_key);
begin
  return case
    when limit_of.limit_hash is null then null
    when limit_of.limit_hash = key_hash then 'key'
    when limit_of.limit_hash = cogo.order_hash(key_hash) then 'order'
    when limit_of.limit_hash = cogo.limit_hash('tenant', job.tenant_id, null) then 'tenant'
    else 'type'
  end;
end;
$$;

comment on function cogo.limit_of(uuid, cogo.jobs) is
  'What keeps a parked job: its concurrency_key, the order of that key, its type or its tenant; null where nothing does.';

revoke execute on function cogo.limit_of(uuid, cogo.jobs) from public;
