create function cogo.advise_executor(
  executor text, depth bigint, oldest_seconds numeric, live integer, draining integer, concurrency double precision,
  held integer, at timestamptz
)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  told record;
  each_does double precision := coalesce(advise_executor.concurrency, 10);
  at_a_time double precision;
  wanted integer;
  reason text;
begin
  told := cogo.executor_rates(advise_executor.executor, advise_executor.at);
  at_a_time := told.run_seconds * (told.arrival + advise_executor.depth / 60.0);
  wanted := ceil(at_a_time / (0.8 * each_does));

  if depth = 0 and held = 0 and told.arrival = 0 then
    wanted := 0;
    reason := 'nothing to do: no job is ready, held or has come for five minutes';
  elsif wanted is null then
    wanted := greatest(live, 1);
    reason := 'how long these jobs run is not known yet';
  else
    wanted := greatest(wanted, 1);
    reason := format(
      '%s jobs at a time: %s a second come, each runs %s s, and %s that are ready should be gone in a minute; a worker does %s, four fifths of it by plan',
      round(at_a_time::numeric, 1), round(told.arrival::numeric, 2), round(told.run_seconds::numeric, 3), depth, round(each_does::numeric)
    );
    if oldest_seconds > 60 and told.arrival > told.service and wanted <= live then
      wanted := live + 1;
      reason := 'jobs wait for more than a minute, and more come than are done: one more than there are';
    end if;
    if told.failure_rate > 0.5 and wanted > greatest(live, 1) then
      wanted := greatest(live, 1);
      reason := 'most of these jobs fail: more workers would only fail more of them';
    end if;
  end if;

  return jsonb_build_object(
    'executor', executor, 'depth', depth, 'oldest_wait_seconds', round(greatest(oldest_seconds, 0), 1),
    'wait_p95_ms', told.wait_p95_ms, 'arrival_per_second', round(told.arrival::numeric, 3),
    'service_per_second', round(told.service::numeric, 3), 'run_ms', round((told.run_seconds * 1000)::numeric, 1),
    'failure_rate', round(told.failure_rate::numeric, 3), 'held', held, 'live_workers', live, 'draining_workers', draining,
    'jobs_per_worker', each_does, 'wanted_workers', wanted, 'reason', reason
  );
end;
$$;

comment on function cogo.advise_executor(text, bigint, numeric, integer, integer, double precision, integer, timestamptz) is
  'Wanted workers of one executor by Little''s law: what comes in a second and what should be gone in a minute, times how long a job runs, over what a worker does at a time.';

revoke execute on function cogo.advise_executor(text, bigint, numeric, integer, integer, double precision, integer, timestamptz) from public;
