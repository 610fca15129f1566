create function cogo.erase_rows(
  part text, leaving cogo.offboardings, row_limit integer, out counts jsonb, out is_met boolean, out next jsonb
)
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  batch record := cogo.tenant_batch(erase_rows.part, leaving, erase_rows.row_limit);
begin
  is_met := batch.met > 0;
  next := batch.next;
  counts := cogo.erase_with(erase_rows.part, batch.keys);
  execute format('delete from cogo.%I where ctid = any ($1)', erase_rows.part) using batch.places;
  counts := counts || jsonb_build_object(erase_rows.part, cardinality(batch.places));
end;
$$;

comment on function cogo.erase_rows(text, cogo.offboardings, integer) is
  'Erases a batch of rows of a part, with what goes with them. Answers as erase_part.';

revoke execute on function cogo.erase_rows(text, cogo.offboardings, integer) from public;
