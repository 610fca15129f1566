create function cogo.wake_next(
  woken_from uuid[], hashes uuid[], limits integer[], running integer[], mine uuid[], claimed integer, at timestamptz
)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  most constant integer := 2 * wake_next.claimed + 10;
  wakes record;
begin
  select array_agg(item.hash) as hashes, array_agg(item.count) as counts into wakes
  from (
    -- Limits that this claim counted and that have permits left, or that count nothing any more.
    select counted.hash, least(counted.max_running - counted.running, most) as count
    from unnest(wake_next.hashes, wake_next.limits, wake_next.running) as counted (hash, max_running, running)
    where counted.max_running > counted.running and counted.hash = any(wake_next.mine)
    union all
    select counted.hash, most from unnest(wake_next.hashes, wake_next.limits) as counted (hash, max_running) where counted.max_running is null
    union all
    -- Limits that are there no more: what slept on them wakes about as fast as it is claimed. The later jobs of a strict
    -- key are woken by the end of the one before only.
    select distinct gone.hash, most from unnest(wake_next.woken_from) as gone (hash)
    where gone.hash <> all(coalesce(wake_next.hashes, '{}'))
      and gone.hash <> all(array(select cogo.order_hash(counted.hash) from unnest(wake_next.hashes) as counted (hash)))
  ) as item;
  if wakes.hashes is not null then
    perform cogo.wake_parked(wakes.hashes, wakes.counts, wake_next.at);
  end if;
end;
$$;

comment on function cogo.wake_next(uuid[], uuid[], integer[], integer[], uuid[], integer, timestamptz) is
  'Whoever counted a limit leaves no permit free while jobs sleep on it; what more there is, later claims wake.';

revoke execute on function cogo.wake_next(uuid[], uuid[], integer[], integer[], uuid[], integer, timestamptz) from public;
