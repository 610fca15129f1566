create function cogo.fail_jobs(failures jsonb)
returns table (job_id bigint, outcome text, retry_at timestamptz)
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  tenant uuid := cogo.caller_tenant('jobs:work');
  at timestamptz := cogo.now_();
  given record;
  settled jsonb;
begin
  perform cogo.check_failures(fail_jobs.failures);
  select
    array_agg((item.value ->> 'job_id')::bigint order by item.ordinal) as job_ids,
    array_agg((item.value ->> 'fence')::bigint order by item.ordinal) as fences,
    array_agg(item.value -> 'error' order by item.ordinal) as errors,
    array_agg((item.value ->> 'retry_in_seconds')::double precision order by item.ordinal) as retry_seconds
  into given
  from jsonb_array_elements(fail_jobs.failures) with ordinality as item (value, ordinal);
  if given.job_ids is null then
    return;
  end if;

  given.fences := cogo.own_fences(given.fences, tenant);
  select jsonb_agg(to_jsonb(settled_job)) into settled
  from cogo.settle_failures(given.job_ids, given.fences, given.errors, given.retry_seconds, at, 'retried') as settled_job;

  return query
  select
    item.job_id,
    case when told.outcome = 'failed' then 'dead_lettered' else told.outcome end,
    coalesce(
      now_settled.retry_at,
      (select waiting.run_at from cogo.waiting where waiting.job_id = item.job_id and told.outcome = 'retried')
    )
  from unnest(given.job_ids, given.fences) with ordinality as item (job_id, fence, ordinal)
  join cogo.told_outcomes(given.job_ids, given.fences, array['failed', 'retried', 'released', 'cancelled'])
    with ordinality as told (job_id, outcome, ordinal) on told.ordinal = item.ordinal
  left join jsonb_to_recordset(settled) as now_settled (job_id bigint, fence bigint, outcome text, retry_at timestamptz)
    on now_settled.job_id = item.job_id and now_settled.fence = item.fence
  order by item.ordinal;
end;
$$;

comment on function cogo.fail_jobs(jsonb) is
  'Ends holds as failed. Per job: retried with the time of the next try, dead_lettered, cancelled, released (lease_conflict) or lease_lost.';

revoke execute on function cogo.fail_jobs(jsonb) from public;
grant execute on function cogo.fail_jobs(jsonb) to authenticated, service_role;
