create function cogo.erase_with(part text, keys text[])
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  spec record;
  gone integer;
  counts jsonb := '{}'::jsonb;
begin
  if cardinality(erase_with.keys) > 0 then
    for spec in select known.* from cogo.tenant_parts() as known where known.erased = erase_with.part and known.parent = erase_with.part loop
      execute format(
        'delete from cogo.%1$I as one where one.%2$I = any ($1::%3$s[])', spec.part, spec.through,
        (select format_type(attribute.atttypid, null) from pg_catalog.pg_attribute as attribute
          where attribute.attrelid = to_regclass('cogo.' || spec.part) and attribute.attname = spec.through)
      ) using erase_with.keys;
      get diagnostics gone = row_count;
      counts := counts || jsonb_build_object(spec.part, gone);
    end loop;
  end if;
  return counts;
end;
$$;

comment on function cogo.erase_with(text, text[]) is 'Erases what goes with rows of a part, by their keys. Answers how many rows, by part.';

revoke execute on function cogo.erase_with(text, text[]) from public;
