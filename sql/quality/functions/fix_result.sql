create function cogo.fix_result(gate text, before jsonb, after jsonb, applies boolean)
returns text
language plpgsql
immutable
set search_path = ''
as $$
declare
  -- From good to bad; a gate that is skipped tells less than one that passed.
  ranks constant text[] := array['passed', 'skipped', 'failed', 'error'];
begin
  if exists (
    select from jsonb_each(fix_result.before) as was (gate, line),
      lateral (select fix_result.after -> was.gate as line) as now_is
    where array_position(ranks, now_is.line ->> 'verdict') > array_position(ranks, was.line ->> 'verdict')
      or (now_is.line #>> '{tests,failed}')::numeric > (was.line #>> '{tests,failed}')::numeric
      or (now_is.line #>> '{tests,passed}')::numeric < (was.line #>> '{tests,passed}')::numeric
  ) then
    return 'worse';
  elsif fix_result.applies and fix_result.after -> fix_result.gate ->> 'verdict' = 'passed' then
    return 'fixed';
  end if;
  return 'not_enough';
end;
$$;

comment on function cogo.fix_result(text, jsonb, jsonb, boolean) is
  'What a fix came to. worse: a gate ranks lower than before, more tests fail or fewer pass; fixed: it applies and its own gate passes; else not_enough.';

revoke execute on function cogo.fix_result(text, jsonb, jsonb, boolean) from public;
