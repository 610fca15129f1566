create function cogo.take_leadership(
  name text,
  holder text,
  lease_seconds integer default 15,
  out is_leader boolean,
  out fence bigint,
  out lease_expires_at timestamptz
)
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  at timestamptz := cogo.now_();
  known cogo.leaders;
begin
  if (length(take_leadership.name) between 1 and 60 and length(take_leadership.holder) between 1 and 200
    and take_leadership.lease_seconds between 2 and 300) is not true
  then
    perform cogo.refuse_argument('the leadership', 'name (60 characters), holder (200) and lease_seconds (2 to 300) must be given');
  end if;
  is_leader := false;
  lease_expires_at := at + make_interval(secs => take_leadership.lease_seconds);

  insert into cogo.leaders (name, holder, taken_at, renewed_at, lease_expires_at, lease_seconds)
  values (take_leadership.name, take_leadership.holder, at, at, lease_expires_at, take_leadership.lease_seconds)
  on conflict do nothing
  returning true, leaders.fence into is_leader, fence;
  if is_leader then
    return;
  end if;

  -- Whoever is firing or deciding right now holds the row: he leads, or will have been decided upon at the next try.
  select * into known from cogo.leaders as leader where leader.name = take_leadership.name for update skip locked;
  if not found or (known.holder <> take_leadership.holder and cogo.lease_is_live(known, at)) then
    is_leader := false;
    lease_expires_at := null;
    return;
  end if;

  update cogo.leaders as leader
  set
    holder = take_leadership.holder, fence = leader.fence + 1, taken_at = at, renewed_at = at,
    lease_expires_at = take_leadership.lease_expires_at, lease_seconds = take_leadership.lease_seconds, released = false,
    lost_leases = leader.lost_leases + (not leader.released)::integer,
    longest_gap = greatest(leader.longest_gap, at - leader.lease_expires_at)
  where leader.name = take_leadership.name
  returning true, leader.fence into is_leader, fence;
end;
$$;

comment on function cogo.take_leadership(text, text, integer) is
  'Makes holder the leader if nobody''s lease is live, or if he was it: always a new term with a new fence. Renew with renew_leadership. Errors: bad_argument (400).';

revoke execute on function cogo.take_leadership(text, text, integer) from public;
grant execute on function cogo.take_leadership(text, text, integer) to service_role;
