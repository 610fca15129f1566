create function cogo.state_after(type text)
returns text
language plpgsql
immutable
set search_path = ''
as $$
begin
  return case
    when state_after.type in ('job_enqueued', 'job_retried', 'job_released', 'job_lease_expired') then 'queued'
    when state_after.type = 'job_claimed' then 'assigned'
    when state_after.type = 'job_started' then 'running'
    when state_after.type = 'job_compensated' then 'succeeded'
    when state_after.type in ('job_succeeded', 'job_failed', 'job_cancelled') then substr(state_after.type, 5)
  end;
end;
$$;

comment on function cogo.state_after(text) is 'The state a job is in after an event.';

revoke execute on function cogo.state_after(text) from public;
