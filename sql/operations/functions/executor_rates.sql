create function cogo.executor_rates(
  executor text, at timestamptz, out arrival double precision, out service double precision, out run_seconds double precision,
  out failure_rate double precision, out wait_p95_ms bigint
)
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  of_it constant jsonb := jsonb_build_object('executor', executor_rates.executor);
  since constant timestamptz := executor_rates.at - interval '6 minutes';
  until constant timestamptz := executor_rates.at + interval '1 minute';
  seconds double precision;
  done record;
begin
  select
    min(line.at) as first_minute, coalesce(sum((line.counts ->> 'succeeded')::bigint), 0) as succeeded,
    coalesce(sum((line.counts ->> 'failed')::bigint), 0) as failed,
    coalesce(sum((line.counts ->> 'enqueued')::bigint), 0) + coalesce(sum((line.counts ->> 'retried')::bigint), 0)
      + coalesce(sum((line.counts ->> 'lease_expired')::bigint), 0) as arrived
  into done
  from cogo.metric_slices('jobs', since, until, null, of_it, '1m') as line;
  -- From the first known of the last five minutes up to now, less what the fold has not seen yet.
  seconds := greatest(extract(epoch from executor_rates.at - done.first_minute) - 15, 15);
  arrival := coalesce(done.arrived / seconds, 0);
  service := coalesce((done.succeeded + done.failed) / seconds, 0);
  failure_rate := case when done.succeeded + done.failed >= 10 then done.failed::double precision / (done.succeeded + done.failed) end;

  select sum(line.ms) / nullif(sum(many.runs), 0) / 1000 into run_seconds
  from cogo.metric_slices('run', since, until, null, of_it, '1m') as line
  cross join lateral (select sum(one) as runs from unnest(line.bin_counts) as one) as many;
  select round(cogo.bins_quantile(array_agg(item.bin), array_agg(item.many), 0.95)) into wait_p95_ms
  from cogo.metric_slices('wait', since, until, null, of_it, '1m') as line
  cross join lateral unnest(line.bins, line.bin_counts) as item (bin, many);
end;
$$;

comment on function cogo.executor_rates(text, timestamptz) is
  'Jobs in and out a second, mean run, share of failures among at least ten ends, and the 95th percentile of the wait (to 1 %) of the last five minutes or so.';

revoke execute on function cogo.executor_rates(text, timestamptz) from public;
