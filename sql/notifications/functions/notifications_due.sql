create function cogo.notifications_due()
returns boolean
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  lane record;
  is_due boolean := false;
begin
  for lane in
    select hint.queue_name, hint.floor_at from cogo.lane_hints('notify') as hint where hint.tail > hint.floor_at and not hint.paused
  loop
    -- A floor stays behind while an old transaction is open: without a look the function would be asked all the while.
    execute format('select exists (select from pgmq.%I as queued where queued.msg_id > %s)', 'q_' || lane.queue_name, lane.floor_at)
    into is_due;
    exit when is_due;
  end loop;
  return is_due;
end;
$$;

comment on function cogo.notifications_due() is 'Whether a notification is ready to be sent.';

revoke execute on function cogo.notifications_due() from public;
grant execute on function cogo.notifications_due() to service_role;
