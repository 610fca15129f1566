create function cogo.needed_closed(job_ids bigint[])
returns bigint[]
language plpgsql
security definer
set search_path = ''
as $$
declare
  needed bigint[];
  of_flows bigint[];
begin
  needed := array(
    select need.needed_job_id from cogo.dependencies as need where need.needed_job_id = any(needed_closed.job_ids)
    union
    -- A redrive that still runs may fail: until it has ended, what it was made of is kept.
    select letter.job_id
    from cogo.dead_letters as letter join cogo.jobs as next on next.id = letter.redriven_job_id
    where letter.job_id = any(needed_closed.job_ids)
      and not exists (select from cogo.attempts as final where final.job_id = next.id and final.final)
  );
  -- Steps of workflows that are still on their way, where there are workflows.
  if to_regclass('cogo.step_jobs') is not null then
    execute 'select array_agg(step.job_id) from cogo.step_jobs as step where step.job_id = any($1)'
    into of_flows using needed_closed.job_ids;
  end if;
  return needed || coalesce(of_flows, '{}');
end;
$$;

comment on function cogo.needed_closed(bigint[]) is
  'Which of these closed jobs something open needs: a job that waits for them, a redrive that has not ended, a workflow.';

revoke execute on function cogo.needed_closed(bigint[]) from public;
