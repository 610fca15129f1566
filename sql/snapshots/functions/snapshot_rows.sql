create function cogo.snapshot_rows(part text, after jsonb, row_limit integer)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  spec record;
begin
  select known.* into spec from cogo.snapshot_parts() as known where known.part = snapshot_rows.part;
  if not found then
    perform cogo.refuse_argument('part', format('there is no part %L; list_snapshot_parts names them', snapshot_rows.part));
  end if;
  if (snapshot_rows.row_limit between 1 and 10000) is not true then
    perform cogo.refuse_argument('row_limit', 'it must be 1 to 10000');
  end if;
  return cogo.table_page(spec.relation, spec.omits, 'true', null, false, snapshot_rows.after, snapshot_rows.row_limit);
end;
$$;

comment on function cogo.snapshot_rows(text, jsonb, integer) is
  'A page of a part: {rows, next}; next is what to give as after for the next page, null at the end. Errors: bad_argument (400).';

revoke execute on function cogo.snapshot_rows(text, jsonb, integer) from public;
grant execute on function cogo.snapshot_rows(text, jsonb, integer) to service_role;
