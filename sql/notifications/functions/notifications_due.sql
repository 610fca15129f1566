create function cogo.notifications_due()
returns boolean
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  -- A floor stays behind while an old transaction is open: without a look the function would be asked all the while.
  return exists (select from cogo.ready_heads('notify') as head where head.depth > 0 and not head.paused);
end;
$$;

comment on function cogo.notifications_due() is 'Whether a notification is ready to be sent.';

revoke execute on function cogo.notifications_due() from public;
grant execute on function cogo.notifications_due() to service_role;
