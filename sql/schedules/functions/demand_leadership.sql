create function cogo.demand_leadership(name text, fence bigint, at timestamptz)
returns boolean
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  known cogo.leaders;
begin
  if demand_leadership.fence is null then
    select * into known from cogo.leaders as leader where leader.name = demand_leadership.name;
    return not found or not cogo.lease_is_live(known, at);
  end if;

  -- Held to the end of this transaction, so that nobody can take the lead while it fires.
  select * into known from cogo.leaders as leader where leader.name = demand_leadership.name for share;
  if (known.fence = demand_leadership.fence and cogo.lease_is_live(known, at)) is not true then
    raise sqlstate 'PT409' using
      message = format('Cannot act as leader of %s under fence %s: the lease is over', demand_leadership.name, demand_leadership.fence),
      detail = 'leadership_lost',
      hint = 'Call take_leadership again; until it says is_leader, somebody else leads.';
  end if;
  -- A leader that hangs in the middle of a transaction must not keep the others out for longer than its lease.
  perform set_config('idle_in_transaction_session_timeout', known.lease_seconds || 's', true);
  return true;
end;
$$;

comment on function cogo.demand_leadership(text, bigint, timestamptz) is
  'With a fence: true while it leads, refused otherwise. Without one: whether nobody leads, so that whoever asks may act. Errors: leadership_lost (409).';

revoke execute on function cogo.demand_leadership(text, bigint, timestamptz) from public;
