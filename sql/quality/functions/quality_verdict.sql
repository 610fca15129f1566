create function cogo.quality_verdict(run_id uuid)
returns table (verdict text, reason text)
language sql
stable
set search_path = ''
as $$
  select
    cogo.verdict_of(tally.verdicts),
    case
      when tally.failed > 0 then format('%s of 3 gates failed: %s.', tally.failed, tally.which_failed)
      when tally.broken > 0 then format('It could not be told: %s.', tally.which_broke)
      when tally.passed = 0 then 'Nothing in this target could be checked.'
      else format('%s of 3 gates ran and passed.', tally.passed)
    end
  from (
    select
      array_agg(result.verdict) as verdicts,
      count(*) filter (where result.verdict = 'failed') as failed,
      count(*) filter (where result.verdict = 'passed') as passed,
      count(*) filter (where coalesce(result.verdict, 'error') = 'error') as broken,
      string_agg(planned.gate, ', ') filter (where result.verdict = 'failed') as which_failed,
      string_agg(planned.gate || case when result.verdict is null then ' left no result' else ' broke' end, ', ')
        filter (where coalesce(result.verdict, 'error') = 'error') as which_broke
    from unnest(array['lint', 'check', 'test']) as planned (gate)
    left join cogo.gate_results as result
      on result.run_id = quality_verdict.run_id and result.gate = planned.gate
  ) as tally;
$$;

comment on function cogo.quality_verdict(uuid) is
  'The verdict of a run (see cogo.verdict_of) and one sentence that says why.';

revoke execute on function cogo.quality_verdict(uuid) from public;
