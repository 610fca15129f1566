create function cogo.notifications_due()
returns boolean
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  return exists (select from cogo.lane_hints('notify') as lane where lane.tail > lane.floor_at and not lane.paused);
end;
$$;

comment on function cogo.notifications_due() is 'Whether the notify function has something to look at.';

revoke execute on function cogo.notifications_due() from public;
grant execute on function cogo.notifications_due() to service_role;
