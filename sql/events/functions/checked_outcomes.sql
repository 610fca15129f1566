create function cogo.checked_outcomes(job_ids bigint[], fences bigint[])
returns table (job_id bigint, outcome text)
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
begin
  return query
  select told.job_id, case
    when told.outcome <> 'lease_lost' then told.outcome
    when broken.outcome = 'failed' then 'dead_lettered'
    else coalesce(broken.outcome, told.outcome)
  end
  from cogo.settled_outcomes(checked_outcomes.job_ids, checked_outcomes.fences, array['succeeded'])
    with ordinality as told (job_id, outcome, ordinal)
  left join cogo.settled_outcomes(checked_outcomes.job_ids, checked_outcomes.fences, array['retried', 'failed', 'cancelled'])
    with ordinality as ended (job_id, outcome, ordinal) on ended.ordinal = told.ordinal
  left join cogo.attempts as broken
    on broken.job_id = told.job_id and broken.fence = checked_outcomes.fences[told.ordinal]
    and broken.outcome = ended.outcome
    and broken.error @> '{"stage": "output", "reason": "validation_failed"}'
  order by told.ordinal;
end;
$$;

comment on function cogo.checked_outcomes(bigint[], bigint[]) is
  'cogo.settled_outcomes for a completion whose results were checked: succeeded, or retried, dead_lettered and cancelled where the result broke its schema.';

revoke execute on function cogo.checked_outcomes(bigint[], bigint[]) from public;
