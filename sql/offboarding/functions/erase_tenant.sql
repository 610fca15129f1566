create function cogo.erase_tenant(tenant_id uuid, export_sha256 text, waive_export boolean, row_limit integer)
returns jsonb
language plpgsql
security definer
set search_path = ''
set enable_hashjoin = off
set enable_mergejoin = off
set jit = off
as $$
#variable_conflict use_column
declare
  leaving cogo.offboardings := cogo.lock_erasable(
    erase_tenant.tenant_id, erase_tenant.export_sha256, coalesce(erase_tenant.waive_export, false), erase_tenant.row_limit
  );
  spec record;
  batch record;
  steps constant integer := (select count(*) from cogo.tenant_parts());
  is_through boolean := false;
  began constant timestamptz := clock_timestamp();
begin
  while clock_timestamp() < began + interval '1 second' loop
    select known.* into spec from cogo.tenant_parts() as known where known.step = leaving.step;
    batch := cogo.erase_part(spec.part, leaving, erase_tenant.row_limit);
    leaving.counts := cogo.added_counts(leaving.counts, batch.counts);
    leaving.pass_found := leaving.pass_found or batch.is_met;
    leaving.after := batch.next;
    if batch.next is null then
      leaving.step := leaving.step + 1;
    end if;
    if leaving.step > steps then
      is_through := not leaving.pass_found;
      leaving.step := 1;
      leaving.pass_found := false;
      -- What somebody holds a lock on is met again in the next call, not at once.
      exit;
    end if;
    -- What these lock, the accounts of all tenants and the clock's rounds need; and who holds runs may not wait for claims.
    exit when batch.is_met and spec.part in ('workflows', 'routing_decisions', 'secure_keys_audit');
  end loop;
  if is_through then
    return cogo.finish_erasure(leaving);
  end if;
  update cogo.offboardings as known
  set step = leaving.step, after = leaving.after, pass_found = leaving.pass_found, counts = leaving.counts
  where known.tenant_id = leaving.tenant_id;
  return jsonb_build_object('is_erased', false, 'erased', leaving.counts);
end;
$$;

comment on function cogo.erase_tenant(uuid, text, boolean, integer) is
  'About a second of erasing a tenant whose work has ended: call it until is_erased. A call that is killed changed nothing. Over when a whole pass over all parts met no row. Answers {is_erased, erased}, at the end {is_erased, proof, …}. Errors: bad_argument (400), tenant_not_found (404), offboarding_not_ready (409).';

revoke execute on function cogo.erase_tenant(uuid, text, boolean, integer) from public;
grant execute on function cogo.erase_tenant(uuid, text, boolean, integer) to service_role;
