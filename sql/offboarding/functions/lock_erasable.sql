create function cogo.lock_erasable(tenant_id uuid, export_sha256 text, waive_export boolean, row_limit integer)
returns cogo.offboardings
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  tried constant text := 'erase the tenant';
  leaving cogo.offboardings;
begin
  if (lock_erasable.row_limit between 1 and 100000) is not true then
    perform cogo.refuse_argument('row_limit', 'it must be 1 to 100000');
  elsif lock_erasable.export_sha256 !~ '^[0-9a-f]{64}$' then
    perform cogo.refuse_argument('export_sha256', 'it must be a SHA-256 in lower-case hex');
  end if;
  select known.* into leaving from cogo.offboardings as known where known.tenant_id = lock_erasable.tenant_id for update;
  if not found then
    perform cogo.own_tenant(lock_erasable.tenant_id);
    perform cogo.raise_not_ready(tried, 'it is not leaving', 'start_offboarding refuses its tokens and ends its work.');
  elsif leaving.ended_at is null then
    perform cogo.raise_not_ready(
      tried, 'its work has not ended' || case when leaving.erasable_at > cogo.now_() then
        format(', and its tokens may live until %s', to_char(leaving.erasable_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS "UTC"')) else '' end,
      'Call start_offboarding again until get_offboarding says ended.'
    );
  elsif leaving.erasing_since is null then
    if not lock_erasable.waive_export
      and exists (select from cogo.tenant_parts() as known where known.is_exported and known.part <> all (leaving.exported))
    then
      perform cogo.raise_not_ready(
        tried, 'it was not exported since its work ended', 'Read every part of to_export with export_tenant, or give waive_export.'
      );
    end if;
    update cogo.offboardings as known
    set erasing_since = cogo.now_(), export_sha256 = lock_erasable.export_sha256
    where known.tenant_id = leaving.tenant_id
    returning * into leaving;
  end if;
  return leaving;
end;
$$;

comment on function cogo.lock_erasable(uuid, text, boolean, integer) is
  'The leaving of a tenant that may be erased, locked; the first time it is noted that erasing began. Errors: bad_argument (400), tenant_not_found (404), offboarding_not_ready (409).';

revoke execute on function cogo.lock_erasable(uuid, text, boolean, integer) from public;
