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
  seconds double precision;
  first_minute timestamptz;
  waits bigint[];
begin
  select min(minute.minute) into first_minute
  from cogo.executor_minutes as minute
  where minute.executor = executor_rates.executor and minute.minute >= executor_rates.at - interval '6 minutes';
  -- From the first known of the last five minutes up to now, less what the fold has not seen yet.
  seconds := greatest(extract(epoch from executor_rates.at - first_minute) - 15, 15);

  select
    coalesce(sum(minute.arrived) / seconds, 0), coalesce(sum(minute.succeeded + minute.failed) / seconds, 0),
    sum(minute.run_ms) / nullif(sum(minute.runs), 0) / 1000,
    case when sum(minute.succeeded + minute.failed) >= 10 then sum(minute.failed) / sum(minute.succeeded + minute.failed) end
  into arrival, service, run_seconds, failure_rate
  from cogo.executor_minutes as minute
  where minute.executor = executor_rates.executor and minute.minute >= first_minute;

  waits := array(
    select sum(one.jobs) from cogo.executor_minutes as minute, unnest(minute.waits) with ordinality as one (jobs, class)
    where minute.executor = executor_rates.executor and minute.minute >= first_minute
    group by one.class order by one.class
  );
  select min(class_limit) into wait_p95_ms
  from (
    select power(2, one.class - 1)::bigint as class_limit, sum(one.jobs) over (order by one.class) as so_far, sum(one.jobs) over () as total
    from unnest(waits) with ordinality as one (jobs, class)
  ) as reached
  where reached.total > 0 and reached.so_far >= 0.95 * reached.total;
end;
$$;

comment on function cogo.executor_rates(text, timestamptz) is
  'Jobs in and out a second, mean run, share of failures among at least ten ends, and the 95th percentile of the wait (rounded up to a power of two) of the last five minutes or so.';

revoke execute on function cogo.executor_rates(text, timestamptz) from public;
