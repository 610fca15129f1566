create function cogo.tend_notifications()
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  dropped integer;
begin
  -- Told longer ago than any notify.send job of theirs can wait.
  delete from cogo.notifications as told
  where told.id in (
    select old.id from cogo.notifications as old
    where old.created_at < cogo.now_() - interval '60 days'
    order by old.created_at limit 1000
  );
  get diagnostics dropped = row_count;
  return jsonb_build_object(
    'notifications', case when cogo.notifications_due() then cogo.ring_function('notify/deliver') else 'nothing due' end,
    'dropped', dropped
  );
end;
$$;

comment on function cogo.tend_notifications() is
  'One bounded round: asks the notify function to send what is due, and forgets what was told 60 days ago.';

revoke execute on function cogo.tend_notifications() from public;
grant execute on function cogo.tend_notifications() to service_role;
