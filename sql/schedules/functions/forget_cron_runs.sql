create function cogo.forget_cron_runs()
returns integer
language plpgsql
security definer
set search_path = ''
as $$
declare
  forgotten integer;
begin
  if to_regclass('cron.job_run_details') is null or to_regclass('cron.job') is null then
    return 0;
  end if;
  -- pg_cron keeps a row for each run and drops none: ticks of a second make 86,400 a day.
  execute format($sql$
    delete from %1$I.job_run_details as told using %1$I.job as job
    where job.jobid = told.jobid and job.jobname like 'cogo: %%'
      and told.end_time < $1 - case told.status when 'succeeded' then interval '1 hour' else interval '7 days' end
  $sql$, 'cron') using cogo.now_();
  get diagnostics forgotten = row_count;
  return forgotten;
end;
$$;

comment on function cogo.forget_cron_runs() is
  'Drops what pg_cron wrote down of our schedules: successes after an hour, failures after a week. Other jobs'' runs stay. Answers how many rows; 0 where there is no pg_cron.';

revoke execute on function cogo.forget_cron_runs() from public;
grant execute on function cogo.forget_cron_runs() to service_role;
