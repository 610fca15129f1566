create function cogo.after_close(job_ids bigint[], at timestamptz)
returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
  -- Never waits for a row: a caller holds claims by now, and who holds a wish may be waiting for one. The sweep heals
  -- what is skipped.
  if exists (select from cogo.cancels) then
    delete from cogo.cancels where ctid = any (array(
      select wish.ctid from cogo.cancels as wish where wish.job_id = any(after_close.job_ids) for update skip locked
    ));
  end if;
  if exists (select from cogo.dependencies) then
    delete from cogo.dependencies where ctid = any (array(
      select need.ctid from cogo.dependencies as need
      where need.needed_job_id = any(after_close.job_ids)
      for update skip locked
    ));
    if found then
      perform cogo.wake_blocked(after_close.at, 1000);
    end if;
  end if;
end;
$$;

comment on function cogo.after_close(bigint[], timestamptz) is
  'What follows when jobs close: wishes to cancel them are void, and what waited for them alone may run.';

revoke execute on function cogo.after_close(bigint[], timestamptz) from public;
