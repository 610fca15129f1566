create function cogo.gate_results_of(results jsonb)
returns table (
  ordinal bigint, run_id uuid, gate text, job_id bigint, fence bigint,
  verdict text, reason text, duration_ms bigint, details jsonb
)
language plpgsql
immutable
set search_path = ''
as $$
#variable_conflict use_column
declare
  problem text;
begin
  begin
    return query
    select item.ordinal, (item.value ->> 'run_id')::uuid, item.value ->> 'gate',
      (item.value ->> 'job_id')::bigint, coalesce((item.value ->> 'fence')::bigint, 0),
      item.value ->> 'verdict', left(nullif(item.value ->> 'reason', ''), 2000),
      coalesce((item.value ->> 'duration_ms')::numeric::bigint, 0),
      coalesce(nullif(item.value -> 'details', 'null'), '{}')
    from jsonb_array_elements(gate_results_of.results) with ordinality as item (value, ordinal);
  exception when data_exception then
    problem := sqlerrm;
  end;

  if problem is null then
    select format('results[%s] has a gate, verdict, reason, duration_ms or details that is not allowed',
      item.ordinal - 1)
    into problem
    from jsonb_array_elements(gate_results_of.results) with ordinality as item (value, ordinal)
    where item.value ->> 'run_id' is null
      or coalesce(item.value ->> 'gate', '') not in ('lint', 'check', 'test')
      or coalesce(item.value ->> 'verdict', '') not in ('passed', 'failed', 'skipped', 'error')
      or (item.value ->> 'verdict' <> 'passed' and coalesce(item.value ->> 'reason', '') = '')
      or (item.value ->> 'duration_ms')::numeric < 0
      or jsonb_typeof(item.value -> 'details') not in ('object', 'null')
      or pg_column_size(item.value) > 65536
    limit 1;
  end if;

  if problem is not null then
    raise sqlstate 'PT400' using
      message = format('Cannot record gate results: %s', problem),
      detail = 'bad_argument',
      hint = 'Each: run_id, gate lint|check|test, verdict passed|failed|skipped|error, and a reason unless passed.';
  end if;
end;
$$;

comment on function cogo.gate_results_of(jsonb) is
  'Reads a batch of gate results into columns; refuses what does not fit.';

revoke execute on function cogo.gate_results_of(jsonb) from public;
