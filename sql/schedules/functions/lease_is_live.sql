create function cogo.lease_is_live(leader cogo.leaders, at timestamptz)
returns boolean
language plpgsql
immutable
set search_path = ''
as $$
begin
  -- A lease that ends later than a whole lease from now was made before the clock went back: it says nothing any more.
  return not leader.released
    and leader.lease_expires_at > at
    and leader.lease_expires_at <= at + make_interval(secs => leader.lease_seconds);
end;
$$;

comment on function cogo.lease_is_live(cogo.leaders, timestamptz) is 'Whether a leader''s lease holds at a time.';

revoke execute on function cogo.lease_is_live(cogo.leaders, timestamptz) from public;
