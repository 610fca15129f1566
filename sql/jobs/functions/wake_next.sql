create function cogo.wake_next(parked_at uuid[], hashes uuid[], free integer[], mine uuid[], claimed integer, at timestamptz)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  wakes record;
begin
  if not exists (select from cogo.parked where parked.woken_at is null) then
    return;
  end if;
  select array_agg(item.hash) as hashes, array_agg(item.count) as counts into wakes
  from (
    -- A limit that this claim counted and that has permits left.
    select counted.hash, counted.free as count
    from unnest(wake_next.hashes, wake_next.free) as counted (hash, free)
    where counted.free > 0 and counted.hash = any(wake_next.mine)
    union all
    -- A limit that exists no more: what slept on it wakes as fast as it is claimed.
    select gone.hash, 2 * wake_next.claimed
    from (select distinct unnest(wake_next.parked_at) as hash) as gone
    where gone.hash <> all(coalesce(wake_next.hashes, '{}'))
  ) as item;
  if wakes.hashes is not null then
    perform cogo.wake_parked(wakes.hashes, wakes.counts, wake_next.at);
  end if;
end;
$$;

comment on function cogo.wake_next(uuid[], uuid[], integer[], uuid[], integer, timestamptz) is
  'Whoever counted a limit leaves no permit free while jobs sleep on it.';

revoke execute on function cogo.wake_next(uuid[], uuid[], integer[], uuid[], integer, timestamptz) from public;
