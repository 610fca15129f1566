create function cogo.lock_permits(hashes uuid[])
returns uuid[]
language plpgsql
security definer
set search_path = ''
as $$
declare
  mine uuid[];
begin
  -- Two claims that make the same row would wait for each other, and a claim comes here more than once: an advisory lock,
  -- which nobody waits for, says who makes it. A claim takes few of those, since a server has few.
  insert into cogo.permit_locks (limit_hash)
  select wanted.hash
  from (
    select missing.hash from unnest(lock_permits.hashes) as missing (hash)
    where not exists (select from cogo.permit_locks as known where known.limit_hash = missing.hash)
    limit 50
  ) as wanted
  where pg_try_advisory_xact_lock(hashtext('cogo.permit_locks'), hashtext(wanted.hash::text))
  on conflict do nothing;

  select array_agg(picked.limit_hash) into mine
  from (
    select known.limit_hash from cogo.permit_locks as known
    where known.limit_hash = any(lock_permits.hashes)
    order by known.limit_hash
    for update skip locked
  ) as picked;
  return coalesce(mine, '{}');
end;
$$;

comment on function cogo.lock_permits(uuid[]) is
  'Locks limits for this transaction, so that it alone counts and gives their permits. Answers those it got; who has the others decides on them now.';

revoke execute on function cogo.lock_permits(uuid[]) from public;
