create function cogo.fail_broken_results(job_ids bigint[], fences bigint[], results jsonb[], at timestamptz)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  broken record;
begin
  select array_agg(item.job_id) as job_ids, array_agg(item.fence) as fences, array_agg(item.error) as errors into broken
  from cogo.broken_results(fail_broken_results.job_ids, fail_broken_results.fences, fail_broken_results.results) as item;
  if broken.job_ids is null then
    return;
  end if;
  -- All claims of the call in the order of fences, since what follows ends some of their holds and the caller the others.
  perform from cogo.claims as claim where claim.fence = any(fail_broken_results.fences) order by claim.fence for update;
  perform cogo.settle_failures(
    broken.job_ids, broken.fences, broken.errors,
    array_fill(null::double precision, array[cardinality(broken.job_ids)]), fail_broken_results.at, 'retried'
  );
end;
$$;

comment on function cogo.fail_broken_results(bigint[], bigint[], jsonb[], timestamptz) is
  'Ends the holds whose result breaks its schema as failed at stage output: another try while attempts are left, else a dead letter.';

revoke execute on function cogo.fail_broken_results(bigint[], bigint[], jsonb[], timestamptz) from public;
