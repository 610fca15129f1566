create function cogo.sweep()
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  at timestamptz := cogo.now_();
  swept jsonb;
  alone boolean := cogo.defer_flows();
begin
  -- Inside a call that holds workflows nothing may be waited for: the clock's next sweep does it.
  if not alone and current_setting('cogo.flow_locks', true) = 'held' then
    return '{}'::jsonb;
  end if;
  if alone and exists (select from cogo.flow_inbox) then
    perform cogo.grant_wishes(at, 500);
  end if;
  perform cogo.raise_floors();
  swept := jsonb_build_object(
    'expired', cogo.expire_claims(at, 200),
    'promoted', cogo.promote_waiting(at, 500),
    'woken', case when exists (select from cogo.blocked) then cogo.wake_blocked(at, 500) else 0 end,
    'in_turn', case when exists (select from cogo.backlog) then cogo.heal_backlog(at, 1000) else 0 end,
    'moved', case when exists (select from cogo.lanes as lane where lane.state = 'draining') then cogo.drain_lanes(at, 1000) else 0 end,
    'let_in', case
      when exists (select from cogo.tenant_bounds) or exists (select from cogo.over_bound) or exists (select from cogo.tenant_loads)
        then cogo.keep_bounds(at)
      else 0
    end,
    'unparked', case when exists (select from cogo.parked) then cogo.heal_parked(at, 50) else 0 end,
    'cancelled', case when exists (select from cogo.cancels) then cogo.close_cancelled(null, at, 500) else 0 end,
    'forgotten', cogo.forget_idempotency_keys(at, 500)
  );
  if exists (select from cogo.wake_notes) then
    perform cogo.read_wake_notes(at);
  end if;
  if exists (select from cogo.permit_locks) then
    perform cogo.forget_permit_locks(at, 100);
  end if;
  if alone then
    perform cogo.advance_deferred(at);
    swept := swept || cogo.sweep_flows(at);
  end if;
  if cogo.fault('sweep.swept') then end if;
  return swept;
end;
$$;

comment on function cogo.sweep() is
  'One bounded round of housekeeping: orphans, due jobs, blocked jobs, cancels, old keys, lane floors. Any number may run at once.';

revoke execute on function cogo.sweep() from public;
grant execute on function cogo.sweep() to service_role;
