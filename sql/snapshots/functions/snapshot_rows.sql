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
  columns record;
  key_list text;
  exact text;
  rows jsonb;
begin
  select known.* into spec from cogo.snapshot_parts() as known where known.part = snapshot_rows.part;
  if not found then
    perform cogo.refuse_argument('part', format('there is no part %L; list_snapshot_parts names them', snapshot_rows.part));
  end if;
  if (snapshot_rows.row_limit between 1 and 10000) is not true then
    perform cogo.refuse_argument('row_limit', 'it must be 1 to 10000');
  end if;
  columns := cogo.snapshot_columns(spec.relation, spec.omits);
  -- A table without a primary key is small: settings, which come in one page.
  select string_agg(format('one.%I', name), ', ' order by ordinal) into key_list
  from unnest(coalesce(columns.keys, columns.kept)) with ordinality as key (name, ordinal);
  -- Readers of JSON round what has more than 53 bits: such numbers go as text.
  select coalesce(string_agg(format('%L, one.%I::text', attribute.attname, attribute.attname), ', '), '') into exact
  from pg_catalog.pg_attribute as attribute
  where attribute.attrelid = to_regclass('cogo.' || spec.relation) and attribute.attname = any (columns.kept)
    and attribute.atttypid in ('bigint'::regtype, 'numeric'::regtype);
  execute format(
    $sql$
      select coalesce(jsonb_agg(page.line order by page.place), '[]')
      from (
        select row_number() over (order by %1$s) as place, (to_jsonb(one) - $3) || jsonb_build_object(%4$s) as line
        from cogo.%2$I as one
        where %3$s
        order by %1$s
        limit $2
      ) as page
    $sql$,
    key_list, spec.relation,
    case when snapshot_rows.after is null then 'true' else format(
      '(%s) > (select %s from jsonb_populate_record(null::cogo.%I, $1) as one)', key_list, key_list, spec.relation
    ) end,
    exact
  ) into rows using snapshot_rows.after, snapshot_rows.row_limit,
    array(select name::text from unnest(spec.omits) as name union select attname::text from pg_catalog.pg_attribute
      where attrelid = to_regclass('cogo.' || spec.relation) and attgenerated <> '');
  return jsonb_build_object(
    'rows', rows,
    'next', case when columns.keys is not null and jsonb_array_length(rows) = snapshot_rows.row_limit then (
      select jsonb_object_agg(key.name, rows -> -1 -> key.name) from unnest(columns.keys) as key (name)
    ) end
  );
end;
$$;

comment on function cogo.snapshot_rows(text, jsonb, integer) is
  'A page of a part: {rows, next}; next is what to give as after for the next page, null at the end. Errors: bad_argument (400).';

revoke execute on function cogo.snapshot_rows(text, jsonb, integer) from public;
grant execute on function cogo.snapshot_rows(text, jsonb, integer) to service_role;
