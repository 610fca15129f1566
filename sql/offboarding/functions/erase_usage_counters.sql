create function cogo.erase_usage_counters(
  leaving cogo.offboardings, row_limit integer, out counts jsonb, out is_met boolean, out next jsonb
)
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  batch record := cogo.tenant_batch('usage_counters', leaving, erase_usage_counters.row_limit);
begin
  is_met := batch.met > 0;
  next := batch.next;
  -- Their outcomes went before: of what they cost, nothing tells any more.
  update cogo.receipt_retention as total
  set dropped_nano = total.dropped_nano - (select sum(counter.cost_nano) from cogo.usage_counters as counter where counter.ctid = any (batch.places))
  where is_met;
  delete from cogo.usage_counters as counter where counter.ctid = any (batch.places);
  counts := jsonb_build_object('usage_counters', cardinality(batch.places));
end;
$$;

comment on function cogo.erase_usage_counters(cogo.offboardings, integer) is
  'Erases usage counters of the tenant. Answers as erase_part.';

revoke execute on function cogo.erase_usage_counters(cogo.offboardings, integer) from public;
