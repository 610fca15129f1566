create function cogo.tend_events()
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  at timestamptz := cogo.now_();
  -- First of all: what this transaction writes would hold it back.
  settled bigint := cogo.settled_events();
begin
  return jsonb_build_object(
    'settled', settled,
    'timed_out', cogo.expire_requests(null, at, 1000),
    'callbacks', cogo.tend_ingress(settled, at),
    'rung', cogo.ring_doorbells(),
    'webhooks', cogo.ring_webhooks(),
    'dropped', cogo.drop_messages(at, 1000)
  );
end;
$$;

comment on function cogo.tend_events() is
  'One bounded round: settled numbers, requests whose time is over, callbacks, doorbells, webhooks, old messages.';

revoke execute on function cogo.tend_events() from public;
grant execute on function cogo.tend_events() to service_role;
