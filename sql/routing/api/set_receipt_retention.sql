create function api.set_receipt_retention(keep_days integer)
returns void
language plpgsql
security invoker
set search_path = ''
as $$
begin
  perform cogo.set_receipt_retention(set_receipt_retention.keep_days);
end;
$$;

comment on function api.set_receipt_retention(integer) is
  'Sets for how many days the receipt of a decision is kept, with what its attempts reserved and cost: 1 to 3650, null = for good; ninety until it is set. Counters and accounts keep the sums. Errors: bad_argument (400).';

revoke execute on function api.set_receipt_retention(integer) from public;
grant execute on function api.set_receipt_retention(integer) to service_role;
