create function cogo.snapshot_columns(relation text, omits text[], out kept text[], out keys text[])
language plpgsql
stable
set search_path = ''
as $$
begin
  select array_agg(attribute.attname::text order by attribute.attnum) into kept
  from pg_catalog.pg_attribute as attribute
  where attribute.attrelid = to_regclass('cogo.' || snapshot_columns.relation) and attribute.attnum > 0
    and not attribute.attisdropped and attribute.attgenerated = '' and attribute.attname <> all (snapshot_columns.omits);
  select array_agg(attribute.attname::text order by place.ordinal) into keys
  from pg_catalog.pg_index as index
  cross join lateral unnest(index.indkey::smallint[]) with ordinality as place (attnum, ordinal)
  join pg_catalog.pg_attribute as attribute on attribute.attrelid = index.indrelid and attribute.attnum = place.attnum
  where index.indrelid = to_regclass('cogo.' || snapshot_columns.relation) and index.indisprimary;
end;
$$;

comment on function cogo.snapshot_columns(text, text[]) is
  'The columns of a table that a snapshot keeps (none that is generated), and those of its primary key, null where it has none.';

revoke execute on function cogo.snapshot_columns(text, text[]) from public;
