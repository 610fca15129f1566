create function cogo.forget_routes()
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  at timestamptz := cogo.now_();
  sessions integer;
  minutes integer;
  keys integer;
begin
  delete from cogo.route_sessions as session where session.used_at < at - interval '1 day';
  get diagnostics sessions = row_count;
  delete from cogo.provider_health_minutes as kept where kept.minute < at - interval '7 days';
  get diagnostics minutes = row_count;
  delete from cogo.key_health as health where health.state = 'throttled' and health.until < at - interval '1 day';
  get diagnostics keys = row_count;
  return jsonb_build_object('sessions', sessions, 'minutes', minutes, 'keys', keys) || cogo.forget_lists(at);
end;
$$;

comment on function cogo.forget_routes() is 'Forgets sessions and what throttled keys after a day, minutes of health after a week. Lists and snapshots go after the last receipt that was made from them; dead keys stay.';

revoke execute on function cogo.forget_routes() from public;
grant execute on function cogo.forget_routes() to service_role;
