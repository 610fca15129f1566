create function cogo.wake_limit(changed cogo.limits)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  at timestamptz := cogo.now_();
  hashes uuid[] := array[cogo.limit_hash(changed.scope, changed.tenant_id, changed.name)];
begin
  -- The row for all tenants stands for a limit each; the sweep reaches those that are beyond the first thousand.
  if changed.scope = 'tenant' and changed.tenant_id is null then
    hashes := cogo.tenants_parked(1000);
  end if;
  -- Turns that a rate gave out before it changed are void.
  update cogo.parked set woken_at = null, paid_for = nullif(array_remove(parked.paid_for, parked.limit_hash), '{}')
  where parked.limit_hash = any(hashes) and parked.woken_at > at and parked.paid_for is not null;
  update cogo.permit_locks set due_at = null where permit_locks.limit_hash = any(hashes) and permit_locks.due_at is not null;
  perform cogo.wake_parked(hashes, array_fill(1 + 999 / greatest(1, cardinality(hashes)), array[cardinality(hashes)]), at);
end;
$$;

comment on function cogo.wake_limit(cogo.limits) is
  'After a change of a limit: lets the first of those that sleep on it be tried again; the claims that try them wake the others.';

revoke execute on function cogo.wake_limit(cogo.limits) from public;
