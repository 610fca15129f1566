create function cogo.metric_sum(name text, since timestamptz, until timestamptz, tenant uuid default null)
returns numeric
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  place record := cogo.metric_place(metric_sum.name);
begin
  return (
    select coalesce(sum((line.counts ->> place.counter)::numeric), 0)
    from cogo.metric_slices(place.series, metric_sum.since, metric_sum.until, metric_sum.tenant) as line
  );
end;
$$;

comment on function cogo.metric_sum(text, timestamptz, timestamptz, uuid) is
  'How much a counter grew in a span, of a tenant or of all: jobs_enqueued, jobs_claimed, jobs_started, jobs_succeeded, jobs_failed, jobs_cancelled, jobs_retried, jobs_released, jobs_dead_lettered, leases_renewed, leases_expired, claim_conflicts, schedule_runs, schedule_late, http_requests, http_errors, tokens, cost_nano. To the minute, for two days; then to the hour, then to the day. Errors: bad_argument (400).';

revoke execute on function cogo.metric_sum(text, timestamptz, timestamptz, uuid) from public;
grant execute on function cogo.metric_sum(text, timestamptz, timestamptz, uuid) to service_role;
