create function cogo.release_permits(hashes uuid[], sleep_hashes uuid[], at timestamptz)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  mine uuid[];
  freed record;
begin
  mine := array(
    select known.limit_hash from cogo.permit_locks as known
    where known.limit_hash = any(release_permits.hashes)
    order by known.limit_hash
    for update skip locked
  );
  select array_agg(item.sleep_hash) as hashes, array_agg(item.count) as counts into freed
  from (
    select given.sleep_hash, count(*)::integer as count
    from unnest(release_permits.hashes, release_permits.sleep_hashes) as given (hash, sleep_hash)
    where given.hash = any(mine)
    group by given.sleep_hash
  ) as item;
  if freed.hashes is not null then
    perform cogo.wake_parked(freed.hashes, freed.counts, release_permits.at);
  end if;

  -- A claim that counts right now still sees these permits taken, and may put a job to sleep that nobody would wake.
  insert into cogo.wake_notes (limit_hash, permits)
  select given.sleep_hash, count(*)
  from unnest(release_permits.hashes, release_permits.sleep_hashes) as given (hash, sleep_hash)
  where given.hash <> all(mine)
  group by given.sleep_hash;
end;
$$;

comment on function cogo.release_permits(uuid[], uuid[], timestamptz) is
  'Permits of some limits have come free: wakes as many jobs that sleep on sleep_hashes, which are the same but for the later jobs of a strict key. Waits for nobody.';

revoke execute on function cogo.release_permits(uuid[], uuid[], timestamptz) from public;
