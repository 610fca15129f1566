create function cogo.verdict_of(verdicts text[])
returns text
language plpgsql
immutable
set search_path = ''
as $$
begin
  return case
    when 'failed' = any (verdict_of.verdicts) then 'failed'
    when 'error' = any (verdict_of.verdicts) or array_position(verdict_of.verdicts, null) is not null then 'error'
    when 'passed' = any (verdict_of.verdicts) then 'passed'
    else 'error'
  end;
end;
$$;

comment on function cogo.verdict_of(text[]) is
  'The verdict rule: failed if a gate failed; else error if one broke or left no result (null), or if none ran; else passed.';

revoke execute on function cogo.verdict_of(text[]) from public;
