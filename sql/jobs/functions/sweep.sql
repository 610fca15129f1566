create function cogo.sweep()
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  at timestamptz := cogo.now_();
  swept jsonb;
begin
  perform cogo.raise_floors();
  swept := jsonb_build_object(
    'expired', cogo.expire_claims(at, 200),
    'promoted', cogo.promote_waiting(at, 500),
    'woken', case when exists (select from cogo.blocked) then cogo.wake_blocked(at, 500) else 0 end,
    'in_turn', case when exists (select from cogo.backlog) then cogo.heal_backlog(at, 1000) else 0 end,
    'unparked', case when exists (select from cogo.parked) then cogo.heal_parked(at, 50) else 0 end,
    'cancelled', case when exists (select from cogo.cancels) then cogo.close_cancelled(null, at, 500) else 0 end,
    'timers', case when exists (select from cogo.workflow_timers where due_at <= at) then cogo.fire_flow_timers(at, 200) else 0 end,
    'wishes', case when exists (select from cogo.flow_inbox) then cogo.send_flow_wishes(at, 500) + cogo.read_flow_inbox(at, 200) else 0 end,
    'forgotten', cogo.forget_idempotency_keys(at, 500)
  );
  if exists (select from cogo.permit_locks) then
    perform cogo.forget_permit_locks(at, 100);
  end if;
  return swept;
end;
$$;

comment on function cogo.sweep() is
  'One bounded round of housekeeping: orphans, due jobs, blocked jobs, cancels, old keys, lane floors. Any number may run at once.';

revoke execute on function cogo.sweep() from public;
grant execute on function cogo.sweep() to service_role;
