create function cogo.now_()
returns timestamptz
language plpgsql
volatile
set search_path = ''
as $$
begin
  return clock_timestamp();
end;
$$;

comment on function cogo.now_() is
  'The engine''s clock: the wall clock of this server. Tests replace it by a movable one in databases they throw away.';

revoke execute on function cogo.now_() from public;
grant execute on function cogo.now_() to authenticated, service_role;
