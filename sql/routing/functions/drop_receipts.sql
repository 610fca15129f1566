create function cogo.drop_receipts(row_limit integer default 5000)
returns jsonb
language plpgsql
security definer
set search_path = ''
set jit = off
as $$
#variable_conflict use_column
declare
  at timestamptz := cogo.now_();
  days integer;
  ids uuid[];
begin
  if drop_receipts.row_limit is null or drop_receipts.row_limit not between 1 and 100000 then
    perform cogo.refuse_argument('row_limit', 'it must be 1 to 100000');
  end if;
  insert into cogo.receipt_retention default values on conflict do nothing;
  select known.keep_days into days from cogo.receipt_retention as known for update skip locked;
  if days is null then
    return '{"receipts": 0}'::jsonb;
  end if;

  ids := cogo.old_receipts(at - make_interval(days => days), drop_receipts.row_limit);
  if cardinality(ids) > 0 then
    perform cogo.drop_decisions(ids);
  end if;
  return jsonb_build_object('receipts', cardinality(ids));
end;
$$;

comment on function cogo.drop_receipts(integer) is
  'One bounded round: drops decisions past their age with their reservations and outcomes, and budget leases likewise, at most row_limit. What they cost stays in counters and accounts. A second round at once leaves it to the first. Errors: bad_argument (400).';

revoke execute on function cogo.drop_receipts(integer) from public;
grant execute on function cogo.drop_receipts(integer) to service_role;
