create function cogo.settled_outcomes(job_ids bigint[], fences bigint[], expected text[])
returns table (job_id bigint, outcome text)
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  tenant uuid := cogo.caller_tenant();
begin
  return query
  select item.job_id, coalesce(ended.outcome, 'lease_lost')
  from unnest(settled_outcomes.job_ids, settled_outcomes.fences) with ordinality as item (job_id, fence, ordinal)
  left join cogo.attempts as ended
    on ended.job_id = item.job_id and ended.fence = item.fence and ended.outcome = any(settled_outcomes.expected)
    and (tenant is null or exists (select from cogo.jobs as job where job.id = item.job_id and job.tenant_id = tenant))
  order by item.ordinal;
end;
$$;

comment on function cogo.settled_outcomes(bigint[], bigint[], text[]) is
  'How each hold ended, if it did in one of the expected ways; else lease_lost. Makes a repeated call answer as the first did.';

revoke execute on function cogo.settled_outcomes(bigint[], bigint[], text[]) from public;
