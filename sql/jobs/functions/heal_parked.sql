create function cogo.heal_parked(at timestamptz, row_limit integer)
returns integer
language plpgsql
security definer
set search_path = ''
as $$
declare
  at_hash uuid := cogo.limit_hash('probe', null, cogo.random_()::text);
  next_hash uuid;
  wrapped boolean := false;
  hashes uuid[] := '{}'::uuid[];
  counts integer[];
begin
  -- Limits with sleepers, from a random one on and round again, so that each has its turn however many there are.
  while cardinality(hashes) < heal_parked.row_limit loop
    select parked.limit_hash into next_hash from cogo.parked
    where parked.limit_hash > at_hash and parked.woken_at is null
    order by parked.limit_hash limit 1;
    exit when next_hash = any(hashes) or (next_hash is null and wrapped);
    wrapped := wrapped or next_hash is null;
    hashes := hashes || array_remove(array[next_hash], null);
    at_hash := coalesce(next_hash, '00000000-0000-0000-0000-000000000000');
  end loop;

  -- Wakes that nobody has taken for a while may be of a pool or tenant without workers: they are passed on.
  select hashes || array_agg(stale.limit_hash), array_fill(1, array[cardinality(hashes)]) || array_agg(stale.count)
  into hashes, counts
  from (
    select woken.limit_hash, count(*)::integer as count
    from cogo.lanes as lane cross join lateral (
      select parked.limit_hash from cogo.parked
      where parked.lane_id = lane.lane_id and parked.woken_at < heal_parked.at - interval '10 seconds'
      order by parked.woken_at limit 100
    ) as woken
    where woken.limit_hash is not null
    group by woken.limit_hash
  ) as stale;
  return cogo.wake_parked(hashes, counts, heal_parked.at);
end;
$$;

comment on function cogo.heal_parked(timestamptz, integer) is
  'Wakes the first sleeper of some limits. The claim that tries it counts the limit and wakes as many more as it allows, so a wake that was lost is found again.';

revoke execute on function cogo.heal_parked(timestamptz, integer) from public;
