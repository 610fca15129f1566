create function cogo.broken_results(job_ids bigint[], fences bigint[], results jsonb[])
returns table (job_id bigint, fence bigint, error jsonb)
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
begin
  return query
  with item as (
    select given.job_id, given.fence, coalesce(broken_results.results[given.ordinal], 'null') as result, job.type
    from unnest(broken_results.job_ids, broken_results.fences) with ordinality as given (job_id, fence, ordinal)
    join cogo.held as hold on hold.job_id = given.job_id and hold.fence = given.fence
    join cogo.jobs as job on job.id = given.job_id
  ),
  ruled as (
    select kind.type, (cogo.resolve_job_type(kind.type)).result_schema
    from (select distinct item.type from item) as kind
  )
  select item.job_id, item.fence, jsonb_build_object(
    'class', 'transient', 'stage', 'output', 'reason', 'validation_failed',
    'message', format('the result does not meet the result_schema of %s at %s: %s', item.type, coalesce(nullif(broken.path, ''), '/'), left(broken.problem, 500))
  )
  from item
  join ruled on ruled.type = item.type and ruled.result_schema is not null
  cross join lateral (
    select violation.path, violation.problem from cogo.schema_violations(ruled.result_schema, item.result) as violation limit 1
  ) as broken;
end;
$$;

comment on function cogo.broken_results(bigint[], bigint[], jsonb[]) is
  'Which results of held jobs break the result_schema of their type, and how. Each type is resolved once.';

revoke execute on function cogo.broken_results(bigint[], bigint[], jsonb[]) from public;
