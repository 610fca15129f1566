create function cogo.metrics_gates(since timestamptz, tenant uuid)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  lines jsonb;
begin
  with newest as (
    select result.gate, result.verdict, result.duration_ms
    from cogo.gate_results as result
    where result.created_at >= metrics_gates.since
      and (metrics_gates.tenant is null or result.tenant_id = metrics_gates.tenant)
    order by result.created_at desc
    limit 5000
  ),
  counted as (
    select
      newest.gate,
      count(*) as results,
      count(*) filter (where verdict = 'passed') as passed,
      count(*) filter (where verdict = 'failed') as failed,
      count(*) filter (where verdict = 'error') as error,
      count(*) filter (where verdict = 'skipped') as skipped,
      cogo.spread(array_agg(duration_ms::double precision) filter (where verdict <> 'skipped')) as duration_ms
    from newest
    group by newest.gate
  )
  select coalesce(jsonb_agg(to_jsonb(counted) || jsonb_build_object(
    'pass_rate', cogo.pass_rate(counted.passed, counted.passed + counted.failed + counted.error)
  ) order by array_position(array['lint', 'check', 'test'], counted.gate), counted.gate), '[]')
  into lines
  from counted;
  return lines;
end;
$$;

comment on function cogo.metrics_gates(timestamptz, uuid) is
  'Verdicts and durations of each gate since a time (at most 5,000 results). Skipped gates count in neither the pass rate nor the durations.';

revoke execute on function cogo.metrics_gates(timestamptz, uuid) from public;
