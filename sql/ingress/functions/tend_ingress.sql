create function cogo.tend_ingress(settled bigint, at timestamptz)
returns integer
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
begin
  -- About once a minute: what is full again, and deliveries past their age.
  if extract(second from tend_ingress.at) < 1 then
    delete from cogo.ingress_rates as rate where rate.bucket = any(array(
      select old.bucket from cogo.ingress_rates as old where old.full_at < tend_ingress.at limit 5000 for update skip locked
    ));
    delete from cogo.inbound_deliveries as delivery where delivery.hash = any(array(
      select old.hash from cogo.inbound_deliveries as old where old.received_at < tend_ingress.at - interval '720 hours'
      limit 5000 for update skip locked
    ));
  end if;
  return cogo.tell_callbacks(tend_ingress.settled, tend_ingress.at);
end;
$$;

comment on function cogo.tend_ingress(bigint, timestamptz) is
  'One bounded round: callbacks, rates that nobody uses, old deliveries. Answers how many callbacks were published.';

revoke execute on function cogo.tend_ingress(bigint, timestamptz) from public;
