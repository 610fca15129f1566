create function cogo.wake_parked(hashes uuid[], counts integer[], at timestamptz)
returns integer
language plpgsql
security definer
set search_path = ''
as $$
declare
  woken integer;
begin
  update cogo.parked set woken_at = wake_parked.at where ctid = any (array(
    select sleeper.ctid
    from unnest(wake_parked.hashes, wake_parked.counts) as freed (limit_hash, count), lateral (
      select parked.ctid from cogo.parked
      where parked.limit_hash = freed.limit_hash and parked.woken_at is null
      order by parked.job_id
      limit freed.count
      for update skip locked
    ) as sleeper
  ));
  get diagnostics woken = row_count;
  return woken;
end;
$$;

comment on function cogo.wake_parked(uuid[], integer[], timestamptz) is
  'Lets as many parked jobs of each limit be tried again as were freed, in the order of their ids. Answers how many.';

revoke execute on function cogo.wake_parked(uuid[], integer[], timestamptz) from public;
