create function cogo.renew_leadership(name text, holder text, fence bigint)
returns timestamptz
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  at timestamptz := cogo.now_();
  renewed_until timestamptz;
begin
  update cogo.leaders as leader
  set
    lease_expires_at = at + make_interval(secs => leader.lease_seconds), renewed_at = at, renewals = leader.renewals + 1,
    longest_renewal = greatest(leader.longest_renewal, at - leader.renewed_at)
  where leader.name = renew_leadership.name and leader.holder = renew_leadership.holder
    and leader.fence = renew_leadership.fence and cogo.lease_is_live(leader, at)
  returning leader.lease_expires_at into renewed_until;
  return renewed_until;
end;
$$;

comment on function cogo.renew_leadership(text, text, bigint) is
  'Prolongs a live lease and answers its new end; null when it is over: take it again, if you can.';

revoke execute on function cogo.renew_leadership(text, text, bigint) from public;
grant execute on function cogo.renew_leadership(text, text, bigint) to service_role;
