create function cogo.heal_dependencies(at timestamptz)
returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
  -- A job enqueued after another in the very moment in which that one was dropped: what it waits for closed long ago.
  delete from cogo.dependencies where ctid = any (array(
    select need.ctid from cogo.dependencies as need
    where need.needed_job_id <= (select state.last_dropped_id from cogo.retention as state)
      and not exists (select from cogo.jobs as job where job.id = need.needed_job_id)
    limit 1000
    for update of need skip locked
  ));
  if found then
    perform cogo.wake_blocked(heal_dependencies.at, 1000);
  end if;
end;
$$;

comment on function cogo.heal_dependencies(timestamptz) is 'Frees jobs that wait for one that is no longer there.';

revoke execute on function cogo.heal_dependencies(timestamptz) from public;
