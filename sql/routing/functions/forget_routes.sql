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
begin
  delete from cogo.route_sessions as session where session.used_at < at - interval '1 day';
  get diagnostics sessions = row_count;
  delete from cogo.provider_health_minutes as kept where kept.minute < at - interval '7 days';
  get diagnostics minutes = row_count;
  return jsonb_build_object('sessions', sessions, 'minutes', minutes);
end;
$$;

comment on function cogo.forget_routes() is 'Forgets sessions after a day and minutes of health after a week. Receipts stay.';

revoke execute on function cogo.forget_routes() from public;
grant execute on function cogo.forget_routes() to service_role;
