create function cogo.gate_fixes_of(fixes jsonb)
returns table (
  ordinal bigint, run_id uuid, gate text, fixer text, job_id bigint, fence bigint, command text, files_changed integer,
  lines_added integer, lines_removed integer, before jsonb, after jsonb, applies boolean, diff text, artifacts text[]
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
    select item.ordinal, (item.value ->> 'run_id')::uuid, item.value ->> 'gate', item.value ->> 'fixer',
      (item.value ->> 'job_id')::bigint, coalesce((item.value ->> 'fence')::bigint, 0), item.value ->> 'command',
      (item.value ->> 'files_changed')::integer, (item.value ->> 'lines_added')::integer, (item.value ->> 'lines_removed')::integer,
      item.value -> 'before', item.value -> 'after', (item.value ->> 'applies')::boolean, item.value ->> 'diff',
      -- The diff is always one of them.
      array(select item.value ->> 'diff' union select jsonb_array_elements_text(coalesce(item.value -> 'artifacts', '[]')) order by 1)
    from jsonb_array_elements(gate_fixes_of.fixes) with ordinality as item (value, ordinal);
  exception when data_exception then
    problem := sqlerrm;
  end;

  if problem is null then
    select format('fixes[%s] has a gate, fixer, count, verdict or artifact that is not allowed', item.ordinal - 1)
    into problem
    from jsonb_array_elements(gate_fixes_of.fixes) with ordinality as item (value, ordinal)
    where item.value ->> 'run_id' is null or item.value ->> 'job_id' is null or item.value ->> 'applies' is null
      or coalesce(item.value ->> 'gate', '') not in ('lint', 'check', 'test')
      or char_length(coalesce(item.value ->> 'fixer', '')) not between 1 and 80
      or char_length(coalesce(item.value ->> 'command', '')) not between 1 and 2000
      or coalesce((item.value ->> 'files_changed')::integer, 0) < 1
      or coalesce((item.value ->> 'lines_added')::integer, -1) < 0
      or coalesce((item.value ->> 'lines_removed')::integer, -1) < 0
      or not cogo.are_gate_verdicts(item.value -> 'before')
      or not cogo.are_gate_verdicts(item.value -> 'after')
      or coalesce(item.value ->> 'diff', '') !~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,119}$'
      or jsonb_array_length(coalesce(item.value -> 'artifacts', '[]')) > 19
      or pg_column_size(item.value) > 65536
    limit 1;
  end if;

  if problem is not null then
    raise sqlstate 'PT400' using
      message = format('Cannot record gate fixes: %s', problem),
      detail = 'bad_argument',
      hint = 'Each: run_id, job_id, fence, gate, fixer, command, files_changed, lines_added, lines_removed, '
        'before and after (a verdict for lint, check and test), applies, diff, artifacts.';
  end if;
end;
$$;

comment on function cogo.gate_fixes_of(jsonb) is 'Reads a batch of gate fixes into columns; refuses what does not fit.';

revoke execute on function cogo.gate_fixes_of(jsonb) from public;
