create function cogo.release_permits(hashes uuid[], at timestamptz)
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
  select
    array_agg(item.hash) filter (where item.hash = any(mine)) as hashes,
    array_agg(item.count) filter (where item.hash = any(mine)) as counts
  into freed
  from (
    select given.hash, count(*)::integer as count from unnest(release_permits.hashes) as given (hash)
    where given.hash is not null group by given.hash
  ) as item;

  if freed.hashes is not null then
    perform cogo.wake_parked(freed.hashes, freed.counts, release_permits.at);
  end if;
  -- A claim that counts right now still sees these permits taken, and may put a job to sleep that nobody would wake.
  insert into cogo.wake_notes (limit_hash, permits)
  select given.hash, count(*) from unnest(release_permits.hashes) as given (hash)
  where given.hash <> all(mine)
  group by given.hash;
end;
$$;

comment on function cogo.release_permits(uuid[], timestamptz) is
  'Permits have come free: wakes as many jobs that sleep on their limits. Waits for nobody.';

revoke execute on function cogo.release_permits(uuid[], timestamptz) from public;
