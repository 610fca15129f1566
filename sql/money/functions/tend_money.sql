create function cogo.tend_money()
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
begin
  -- The reaper last: it locks accounts.
  return jsonb_build_object('rolled', cogo.roll_usage()) || cogo.reap_reservations();
end;
$$;

comment on function cogo.tend_money() is
  'One bounded round: usage counters, then reservations past their time.';

revoke execute on function cogo.tend_money() from public;
grant execute on function cogo.tend_money() to service_role;
