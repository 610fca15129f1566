create function cogo.end_holds(
  job_ids bigint[],
  fences bigint[],
  outcomes text[],
  errors jsonb[],
  results jsonb[],
  at timestamptz
)
returns table (job_id bigint, fence bigint, attempt smallint, worker text, was_running boolean, outcome text)
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  part record;
begin
  if end_holds.fences[1] = all(end_holds.fences) then
    return query
    select * from cogo.end_claim_holds(
      end_holds.fences[1], end_holds.job_ids, end_holds.outcomes, end_holds.errors, end_holds.results, end_holds.at
    );
    return;
  end if;

  -- Claims are taken in the order of their fences, so two callers cannot lock each other out.
  for part in
    select
      item.fence, array_agg(item.job_id) as job_ids, array_agg(item.outcome) as outcomes,
      array_agg(item.error) as errors, array_agg(item.result) as results
    from unnest(end_holds.job_ids, end_holds.fences, end_holds.outcomes, end_holds.errors, end_holds.results)
      as item (job_id, fence, outcome, error, result)
    where item.fence is not null
    group by item.fence
    order by item.fence
  loop
    return query
    select * from cogo.end_claim_holds(part.fence, part.job_ids, part.outcomes, part.errors, part.results, end_holds.at);
  end loop;
end;
$$;

comment on function cogo.end_holds(bigint[], bigint[], text[], jsonb[], jsonb[], timestamptz) is
  'Ends holds of any claims, claim by claim. A stale fence ends nothing: its job is missing from the answer.';

revoke execute on function cogo.end_holds(bigint[], bigint[], text[], jsonb[], jsonb[], timestamptz) from public;
