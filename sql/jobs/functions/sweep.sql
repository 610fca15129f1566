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
    'cancelled', case when exists (select from cogo.cancels) then cogo.close_cancelled(null, at, 500) else 0 end,
    'forgotten', cogo.forget_idempotency_keys(at, 500)
  );
  if cogo.fault('sweep.swept') then end if;
  return swept;
end;
$$;

comment on function cogo.sweep() is
  'One bounded round of housekeeping: orphans, due jobs, blocked jobs, cancels, old keys, lane floors. Any number may run at once.';

revoke execute on function cogo.sweep() from public;
grant execute on function cogo.sweep() to service_role;
