create function cogo.scrub_rows(
  part text, leaving cogo.offboardings, out counts jsonb, out is_met boolean, out next jsonb
)
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  named record;
  id uuid;
  changed integer;
  total integer := 0;
begin
  for named in
    select attribute.attname as name, format_type(attribute.atttypid, null) as type from pg_catalog.pg_attribute as attribute
    where attribute.attrelid = to_regclass('cogo.' || scrub_rows.part) and attribute.attnum > 0 and not attribute.attisdropped
      and attribute.atttypid = any ('{text,jsonb,uuid,text[],uuid[]}'::regtype[])
  loop
    foreach id in array leaving.ids loop
      execute format(
        'update cogo.%1$I as one set %2$I = replace(one.%2$I::text, $1::text, $2::text)::%3$s where one.%2$I::text like ''%%'' || $1::text || ''%%''',
        scrub_rows.part, named.name, named.type
      ) using id, leaving.nobody;
      get diagnostics changed = row_count;
      total := total + changed;
    end loop;
  end loop;
  counts := jsonb_build_object(scrub_rows.part, total);
  is_met := total > 0;
  next := null;
end;
$$;

comment on function cogo.scrub_rows(text, cogo.offboardings) is
  'In rows that are an operator''s, nobody''s number takes the place of the tenant''s ids. These tables are small. Answers as erase_part.';

revoke execute on function cogo.scrub_rows(text, cogo.offboardings) from public;
