create function cogo.after_close(job_ids bigint[], at timestamptz)
returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
  -- The usual call has nothing to follow up, and asks so once.
  if not (
    exists (select from cogo.cancels) or exists (select from cogo.dependencies) or exists (select from cogo.step_jobs)
    or exists (select from cogo.key_queue) or exists (select from cogo.tenant_bounds)
  ) then
    return;
  end if;
  if exists (select from cogo.cancels) then
    perform cogo.forget_wishes(after_close.job_ids);
  end if;
  if exists (select from cogo.dependencies) then
    -- Skips what others hold, as forget_wishes does; the sweep heals it.
    delete from cogo.dependencies where ctid = any (array(
      select need.ctid from cogo.dependencies as need
      where need.needed_job_id = any(after_close.job_ids)
      for update skip locked
    ));
    if found then
      perform cogo.wake_blocked(after_close.at, 1000);
    end if;
  end if;
  if exists (select from cogo.step_jobs) then
    perform cogo.advance_flows(after_close.job_ids, after_close.at);
  end if;
  if exists (select from cogo.key_queue) then
    perform cogo.leave_key_queues(after_close.job_ids, after_close.at);
  end if;
  if exists (select from cogo.tenant_bounds) then
    perform cogo.close_loads(after_close.job_ids, after_close.at);
  end if;
end;
$$;

comment on function cogo.after_close(bigint[], timestamptz) is
  'What follows when jobs close: workflows whose steps they were move on, wishes to cancel them are void, what waited for them alone may run, the next of their strict keys may, and their tenants have fewer open.';

revoke execute on function cogo.after_close(bigint[], timestamptz) from public;
