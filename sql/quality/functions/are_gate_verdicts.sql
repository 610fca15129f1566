create function cogo.are_gate_verdicts(told jsonb)
returns boolean
language plpgsql
immutable
set search_path = ''
as $$
begin
  return coalesce(jsonb_typeof(are_gate_verdicts.told), 'null') = 'object'
    and (are_gate_verdicts.told - array['lint', 'check', 'test']) = '{}'
    and are_gate_verdicts.told #>> '{lint,verdict}' is not null
    and are_gate_verdicts.told #>> '{check,verdict}' is not null
    and are_gate_verdicts.told #>> '{test,verdict}' is not null
    and not exists (
      select from jsonb_each(are_gate_verdicts.told) as gate (name, line)
      where jsonb_typeof(gate.line) <> 'object'
        or gate.line ->> 'verdict' not in ('passed', 'failed', 'skipped', 'error')
    );
end;
$$;

comment on function cogo.are_gate_verdicts(jsonb) is
  'Whether this tells a verdict for each of lint, check and test, and of no other gate.';

revoke execute on function cogo.are_gate_verdicts(jsonb) from public;
