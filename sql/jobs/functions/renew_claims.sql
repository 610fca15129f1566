create function cogo.renew_claims(fences bigint[])
returns table (fence bigint, lease_expires_at timestamptz, cancelled bigint[])
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  tenant uuid := cogo.caller_tenant('jobs:work');
  at timestamptz := cogo.now_();
  own bigint[];
begin
  if renew_claims.fences is null or cardinality(renew_claims.fences) > 1000 then
    perform cogo.refuse_argument('fences', 'it must be an array of at most 1000 numbers');
  end if;
  own := cogo.own_fences(renew_claims.fences, tenant);

  return query
  with locked as materialized (
    select claim.fence from cogo.claims as claim
    where claim.fence = any(own)
    order by claim.fence
    for update
  ),
  renewed as (
    update cogo.claims
    set lease_expires_at = greatest(claims.lease_expires_at, at + make_interval(secs => claims.lease_seconds))
    from locked
    where claims.fence = locked.fence
    returning claims.fence, claims.lease_expires_at, nextval('cogo.lease_renewals') as counted
  ),
  wished as (
    select told.fence, array_agg(told.job_id order by told.job_id) as job_ids
    from (
      select held.fence, held.job_id
      from cogo.cancels join cogo.held on held.job_id = cancels.job_id
      union all
      select taken.fence, taken.job_id
      from cogo.cancels join cogo.attempts as taken on taken.job_id = cancels.job_id
      where cancels.hard and taken.outcome = 'cancelled'
    ) as told
    where told.fence = any(own)
    group by told.fence
  )
  select given.fence, renewed.lease_expires_at, coalesce(wished.job_ids, '{}')
  from unnest(renew_claims.fences) with ordinality as given (fence, ordinal)
  left join renewed on renewed.fence = given.fence
  left join wished on wished.fence = given.fence
  order by given.ordinal;
end;
$$;

comment on function cogo.renew_claims(bigint[]) is
  'Extends live claims by their lease. Per fence: the new end, null when the claim is lost, and the jobs that somebody wishes to cancel.';

revoke execute on function cogo.renew_claims(bigint[]) from public;
grant execute on function cogo.renew_claims(bigint[]) to authenticated, service_role;
