create function cogo.release_leadership(name text, holder text, fence bigint)
returns boolean
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  at timestamptz := cogo.now_();
begin
  update cogo.leaders as leader
  set released = true, lease_expires_at = least(leader.lease_expires_at, at)
  where leader.name = release_leadership.name and leader.holder = release_leadership.holder
    and leader.fence = release_leadership.fence and not leader.released;
  return found;
end;
$$;

comment on function cogo.release_leadership(text, text, bigint) is
  'Gives a leadership up, so that the next one need not wait for the lease to end. Answers whether it was still held.';

revoke execute on function cogo.release_leadership(text, text, bigint) from public;
grant execute on function cogo.release_leadership(text, text, bigint) to service_role;
