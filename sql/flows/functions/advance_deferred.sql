create function cogo.advance_deferred(at timestamptz)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  job_ids bigint[] := current_setting('cogo.ended_step_jobs')::bigint[];
begin
  perform set_config('cogo.ended_step_jobs', '', true);
  if job_ids <> '{}' then
    perform cogo.advance_flows(job_ids, advance_deferred.at);
  end if;
end;
$$;

comment on function cogo.advance_deferred(timestamptz) is 'Ends what cogo.defer_flows began: moves the workflows of the jobs that have closed since.';

revoke execute on function cogo.advance_deferred(timestamptz) from public;
