create function cogo.request(job jsonb, timeout_seconds integer)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  at timestamptz := cogo.now_();
  expires timestamptz;
  cause record;
  asked record;
begin
  if request.timeout_seconds is null or request.timeout_seconds not between 1 and 2592000 then
    perform cogo.refuse_argument('timeout_seconds', 'it must be 1 to 2592000');
  end if;
  expires := at + make_interval(secs => request.timeout_seconds);
  if request.job ? 'cause' then
    cause := cogo.request_cause(request.job, at);
    expires := least(expires, cause.expires_at);
    job := coalesce(cause.inherited, '{}') || request.job;
  end if;

  select enqueued.job_id, enqueued.id, enqueued.created into asked from cogo.enqueue_jobs(jsonb_build_array(request.job)) as enqueued;
  if asked.created then
    insert into cogo.requests (job_id, expires_at, asked_by) values (asked.job_id, expires, cogo.caller_agent());
  else
    -- The first call's clock goes on; a job that was not asked for as a request gets none.
    select known.expires_at into expires from cogo.requests as known where known.job_id = asked.job_id;
  end if;
  return jsonb_build_object('request_id', asked.id, 'job_id', asked.job_id, 'created', asked.created, 'expires_at', expires);
end;
$$;

comment on function cogo.request(jsonb, integer) is
  'Enqueues one job whose answer is awaited for timeout_seconds, and no longer than the request that is its cause; then it is cancelled hard. Errors: request_timed_out (409), those of enqueue_jobs.';

revoke execute on function cogo.request(jsonb, integer) from public;
grant execute on function cogo.request(jsonb, integer) to authenticated, service_role;
