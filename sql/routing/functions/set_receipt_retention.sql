create function cogo.set_receipt_retention(keep_days integer)
returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
  if set_receipt_retention.keep_days not between 1 and 3650 then
    perform cogo.refuse_argument('keep_days', 'it must be 1 to 3650, or null to keep receipts for good');
  end if;
  insert into cogo.receipt_retention (keep_days) values (set_receipt_retention.keep_days)
  on conflict (only_row) do update set keep_days = excluded.keep_days;
end;
$$;

comment on function cogo.set_receipt_retention(integer) is
  'Sets how long receipts of decisions are kept. Errors: bad_argument (400).';

revoke execute on function cogo.set_receipt_retention(integer) from public;
grant execute on function cogo.set_receipt_retention(integer) to service_role;
