create function cogo.traces_in(relation oid, name text, ids uuid[])
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  pattern constant text := '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
  counters text;
  counted jsonb;
begin
  select string_agg(format(
    '%L, count(*) filter (where %s)', attribute.attname, case attribute.atttypid
      when 'uuid'::regtype then format('one.%I = any ($1)', attribute.attname)
      when 'uuid[]'::regtype then format('one.%I && $1', attribute.attname)
      else format(
        'exists (select from regexp_matches(lower(one.%I::text), %L, ''g'') as found (words) where found.words[1]::uuid = any ($1))',
        attribute.attname, pattern
      )
    end
  ), ', ') into counters
  from pg_catalog.pg_attribute as attribute
  where attribute.attrelid = traces_in.relation and attribute.attnum > 0 and not attribute.attisdropped
    and attribute.atttypid = any ('{uuid,uuid[],text,text[],varchar,json,jsonb,jsonb[]}'::regtype[]);
  if counters is null then
    return '[]'::jsonb;
  end if;
  execute format('select jsonb_build_object(%s) from %s as one', counters, traces_in.relation::regclass) into counted using traces_in.ids;
  return (
    select coalesce(jsonb_agg(jsonb_build_object('table', traces_in.name, 'column', each.key, 'count', each.value) order by each.key), '[]')
    from jsonb_each(counted) as each where each.value <> '0'
  );
end;
$$;

comment on function cogo.traces_in(oid, text, uuid[]) is
  'How many rows of a table name one of the ids, by column: as uuid, or anywhere in text and JSON. [{table, column, count}], without zeros.';

revoke execute on function cogo.traces_in(oid, text, uuid[]) from public;
