create function cogo.expire_claims(at timestamptz, row_limit integer)
returns integer
language plpgsql
security definer
set search_path = ''
as $$
declare
  expired bigint[];
  lost record;
  orphans bigint[] := '{}'::bigint[];
begin
  if exists (select from cogo.worker_devices) then
    orphans := cogo.orphaned_devices(expire_claims.at);
  end if;
  expired := array(
    select claim.fence from cogo.claims as claim
    where claim.lease_expires_at < expire_claims.at or claim.device_id = any(orphans)
    order by claim.fence
    limit expire_claims.row_limit
    for update skip locked
  );
  if cardinality(expired) = 0 then
    return 0;
  end if;

  select
    array_agg(held.job_id) as job_ids,
    array_agg(held.fence) as fences,
    array_agg(jsonb_build_object(
      'class', 'lease_expired', 'reason', 'infrastructure_failure', 'stage', 'exec',
      'message', case
        when claim.lease_expires_at < expire_claims.at then 'The worker did not renew its lease in time.'
        else 'The worker was orphaned: it missed two beats.'
      end
    )) as errors
  into lost
  from cogo.held join cogo.claims as claim on claim.fence = held.fence where held.fence = any(expired);
  if lost.job_ids is null then
    return 0;
  end if;

  perform cogo.settle_failures(
    lost.job_ids, lost.fences, lost.errors, array_fill(0::double precision, array[cardinality(lost.job_ids)]),
    expire_claims.at, 'lease_expired'
  );
  return cardinality(lost.job_ids);
end;
$$;

comment on function cogo.expire_claims(timestamptz, integer) is
  'Closes claims whose worker fell silent and returns their jobs to the queue, or to the dead letters at their last attempt. Answers how many jobs.';

revoke execute on function cogo.expire_claims(timestamptz, integer) from public;
