create function cogo.release_jobs(jobs jsonb)
returns table (job_id bigint, outcome text)
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  tenant uuid := cogo.caller_tenant('jobs:work');
  at timestamptz := cogo.now_();
  given record;
begin
  perform cogo.check_holds('jobs', release_jobs.jobs, array['job_id', 'fence', 'outcome', 'delay_seconds']);
  if exists (
    select from jsonb_array_elements(release_jobs.jobs) as item
    where jsonb_typeof(item -> 'delay_seconds') not in ('number', 'null')
      or (jsonb_typeof(item -> 'delay_seconds') = 'number' and item -> 'delay_seconds' not between '0' and '2592000')
  ) then
    perform cogo.refuse_argument('delay_seconds', 'it must be a number from 0 to 2592000');
  end if;
  select
    array_agg((item.value ->> 'job_id')::bigint order by item.ordinal) as job_ids,
    array_agg((item.value ->> 'fence')::bigint order by item.ordinal) as fences,
    array_agg('{"class": "lease_conflict"}'::jsonb) as errors,
    array_agg(coalesce((item.value ->> 'delay_seconds')::double precision, 0) order by item.ordinal) as delays
  into given
  from jsonb_array_elements(release_jobs.jobs) with ordinality as item (value, ordinal);
  if given.job_ids is null then
    return;
  end if;

  given.fences := cogo.own_fences(given.fences, tenant);
  perform cogo.settle_failures(given.job_ids, given.fences, given.errors, given.delays, at, 'retried');
  return query select * from cogo.told_outcomes(given.job_ids, given.fences, array['released', 'cancelled']);
end;
$$;

comment on function cogo.release_jobs(jsonb) is
  'Gives held jobs back without using an attempt, at once or after delay_seconds. Per job: released, cancelled (a wish was waiting) or lease_lost.';

revoke execute on function cogo.release_jobs(jsonb) from public;
grant execute on function cogo.release_jobs(jsonb) to authenticated, service_role;
