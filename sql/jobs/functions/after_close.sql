create function cogo.after_close(job_ids bigint[], at timestamptz)
returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
  if exists (select from cogo.cancels) then
    delete from cogo.cancels where cancels.job_id = any(after_close.job_ids);
  end if;
  if exists (select from cogo.dependencies) then
    delete from cogo.dependencies where dependencies.needed_job_id = any(after_close.job_ids);
    if found then
      perform cogo.wake_blocked(after_close.at, 1000);
    end if;
  end if;
end;
$$;

comment on function cogo.after_close(bigint[], timestamptz) is
  'What follows when jobs close: wishes to cancel them are void, and what waited for them alone may run.';

revoke execute on function cogo.after_close(bigint[], timestamptz) from public;
