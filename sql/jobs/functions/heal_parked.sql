create function cogo.heal_parked(at timestamptz, row_limit integer)
returns integer
language plpgsql
security definer
set search_path = ''
as $$
declare
  hash uuid;
  hashes uuid[];
begin
  -- From a random place on, so that every limit has its turn however many there are.
  select parked.limit_hash into hash from cogo.parked
  where parked.woken_at is null and parked.limit_hash >= cogo.limit_hash('probe', null, cogo.random_()::text)
  order by parked.limit_hash limit 1;
  if hash is null then
    select parked.limit_hash into hash from cogo.parked
    where parked.woken_at is null
    order by parked.limit_hash limit 1;
  end if;
  while hash is not null and coalesce(cardinality(hashes), 0) < heal_parked.row_limit loop
    hashes := hashes || hash;
    select parked.limit_hash into hash from cogo.parked
    where parked.woken_at is null and parked.limit_hash > hashes[cardinality(hashes)]
    order by parked.limit_hash limit 1;
  end loop;
  if hashes is null then
    return 0;
  end if;
  return cogo.wake_parked(hashes, array_fill(1, array[cardinality(hashes)]), heal_parked.at);
end;
$$;

comment on function cogo.heal_parked(timestamptz, integer) is
  'Wakes the first sleeper of some limits. The claim that tries it counts the limit and wakes as many more as it allows, so a wake that was lost is found again.';

revoke execute on function cogo.heal_parked(timestamptz, integer) from public;
