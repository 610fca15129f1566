create function cogo.table_page(
  relation text, omits text[], condition text, tenant_id uuid, is_walked boolean, after jsonb, row_limit integer
)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  columns record := cogo.snapshot_columns(table_page.relation, table_page.omits);
  key_list text;
  exact text;
  beyond text := 'true';
  page record;
begin
  -- A table without a primary key is small: settings, which come in one page.
  select string_agg(format('one.%I', name), ', ' order by ordinal) into key_list
  from unnest(coalesce(columns.keys, columns.kept)) with ordinality as key (name, ordinal);
  if table_page.after is not null then
    beyond := format('(%s) > (select %s from jsonb_populate_record(null::cogo.%I, $1) as one)', key_list, key_list, table_page.relation);
  end if;
  -- Readers of JSON round what has more than 53 bits: such numbers go as text.
  select coalesce(string_agg(format('%L, one.%I::text', attribute.attname, attribute.attname), ', '), '') into exact
  from pg_catalog.pg_attribute as attribute
  where attribute.attrelid = to_regclass('cogo.' || table_page.relation) and attribute.attname = any (columns.kept)
    and attribute.atttypid in ('bigint'::regtype, 'numeric'::regtype);
  execute format(
    $sql$
      select coalesce(jsonb_agg(looked.line order by looked.place) filter (where looked.is_wanted), '[]') as lines,
        count(*) as looked, jsonb_agg(looked.line order by looked.place desc) -> 0 as last_line
      from (
        select row_number() over (order by %1$s) as place, (to_jsonb(one) - $3) || jsonb_build_object(%4$s) as line, (%5$s) as is_wanted
        from cogo.%2$I as one
        where %3$s and (%6$s)
        order by %1$s
        limit $2
      ) as looked
    $sql$,
    key_list, table_page.relation, beyond, exact, case when table_page.is_walked then replace(table_page.condition, '$1', '$4') else 'true' end,
    case when table_page.is_walked then 'true' else replace(table_page.condition, '$1', '$4') end
  ) into page using table_page.after, table_page.row_limit,
    array(select name::text from unnest(table_page.omits) as name union select attname::text from pg_catalog.pg_attribute
      where attrelid = to_regclass('cogo.' || table_page.relation) and attgenerated <> ''), table_page.tenant_id;
  return jsonb_build_object(
    'rows', page.lines,
    'next', case when columns.keys is not null and page.looked = table_page.row_limit then (
      select jsonb_object_agg(key.name, page.last_line -> key.name) from unnest(columns.keys) as key (name)
    ) end
  );
end;
$$;

comment on function cogo.table_page(text, text[], text, uuid, boolean, jsonb, integer) is
  'A page of a table along its primary key: {rows, next} of the rows that the condition ($1 = tenant_id) wants. is_walked: row_limit rows are looked at, wanted or not; else as many are found.';

revoke execute on function cogo.table_page(text, text[], text, uuid, boolean, jsonb, integer) from public;
