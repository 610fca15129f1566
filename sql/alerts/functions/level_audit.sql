create function cogo.level_audit(slo cogo.slos, at timestamptz)
returns table (subject text, labels jsonb, value numeric, says text)
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
begin
  return query
  select '', '{}'::jsonb, state.audit_broken::numeric, format('%s audit rows or seals are not as they were sealed', state.audit_broken)
  from cogo.alert_rounds as state;
end;
$$;

comment on function cogo.level_audit(cogo.slos, timestamptz) is
  'How many rows of the sealed audit do not verify, as far as cogo.walk_audit has come.';

revoke execute on function cogo.level_audit(cogo.slos, timestamptz) from public;
