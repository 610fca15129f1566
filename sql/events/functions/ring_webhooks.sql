create function cogo.ring_webhooks()
returns text
language plpgsql
security definer
set search_path = ''
as $$
begin
  return case when cogo.webhooks_due() then cogo.ring_function('events/deliver') else 'nothing due' end;
end;
$$;

comment on function cogo.ring_webhooks() is 'Asks the events function to deliver, when there is something to deliver.';

revoke execute on function cogo.ring_webhooks() from public;
grant execute on function cogo.ring_webhooks() to service_role;
