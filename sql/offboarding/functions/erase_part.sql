create function cogo.erase_part(part text, leaving cogo.offboardings, row_limit integer, out counts jsonb, out is_met boolean, out next jsonb)
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  how text;
begin
  select known.erased into how from cogo.tenant_parts() as known where known.part = erase_part.part;
  if how in ('rows', 'own', 'scrub') then
    execute format(
      'select done.counts, done.is_met, done.next from cogo.%I(%s) as done',
      case how when 'rows' then 'erase_rows' when 'scrub' then 'scrub_rows' else 'erase_' || erase_part.part end,
      concat_ws(', ', case when how <> 'own' then quote_literal(erase_part.part) end, '$1', case when how <> 'scrub' then '$2' end)
    ) into counts, is_met, next using erase_part.leaving, erase_part.row_limit;
  end if;
  counts := (select coalesce(jsonb_object_agg(each.key, each.value), '{}') from jsonb_each(counts) as each where each.value <> '0');
  is_met := coalesce(is_met, false);
end;
$$;

comment on function cogo.erase_part(text, cogo.offboardings, integer) is
  'Erases a batch of a part. counts: how many rows went, by part. is_met: it met rows, also such as somebody holds a lock on. next: from where to go on; null = the part is through.';

revoke execute on function cogo.erase_part(text, cogo.offboardings, integer) from public;
