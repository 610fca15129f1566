create function cogo.events_before(type text)
returns text[]
language plpgsql
immutable
set search_path = ''
as $$
begin
  return case events_before.type
    when 'job_enqueued' then array['nothing']
    when 'job_claimed' then array['job_enqueued', 'job_retried', 'job_released', 'job_lease_expired']
    when 'job_started' then array['job_claimed']
    when 'job_succeeded' then array['job_started']
    when 'job_retried' then array['job_started']
    when 'job_failed' then array['job_started', 'job_claimed']
    when 'job_released' then array['job_claimed', 'job_started']
    when 'job_lease_expired' then array['job_claimed', 'job_started']
    when 'job_cancelled' then array[
      'job_enqueued', 'job_claimed', 'job_started', 'job_retried', 'job_released', 'job_lease_expired'
    ]
    when 'job_compensated' then array['job_succeeded']
    else '{}'
  end;
end;
$$;

comment on function cogo.events_before(text) is
  'Which events may stand directly before an event in a job''s history: the transitions of docs/specs/STATE_MACHINE_V1.md.';

revoke execute on function cogo.events_before(text) from public;
