create function cogo.told_outcomes(job_ids bigint[], fences bigint[], expected text[])
returns table (job_id bigint, outcome text)
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  outcomes text[];
begin
  if told_outcomes.expected is null then
    outcomes := array(select checked.outcome from cogo.checked_outcomes(told_outcomes.job_ids, told_outcomes.fences) as checked);
  else
    outcomes := array(
      select settled.outcome from cogo.settled_outcomes(told_outcomes.job_ids, told_outcomes.fences, told_outcomes.expected) as settled
    );
  end if;
  if 'lease_lost' = any(outcomes) then
    perform cogo.note_conflicts(cardinality(array_positions(outcomes, 'lease_lost')));
  end if;
  return query select * from unnest(told_outcomes.job_ids, outcomes);
end;
$$;

comment on function cogo.told_outcomes(bigint[], bigint[], text[]) is
  'cogo.settled_outcomes (cogo.checked_outcomes where nothing is expected), with those that lost their lease noted for metrics.';

revoke execute on function cogo.told_outcomes(bigint[], bigint[], text[]) from public;
