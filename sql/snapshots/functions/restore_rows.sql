create function cogo.restore_rows(part text, rows jsonb)
returns integer
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  spec record;
  columns record;
  given text[];
  restored integer;
begin
  select known.* into spec from cogo.snapshot_parts() as known where known.part = restore_rows.part;
  if not found then
    perform cogo.refuse_argument('part', format('this version has no %L', restore_rows.part));
  end if;
  columns := cogo.snapshot_columns(spec.relation, spec.omits);
  given := array(select distinct named.name from jsonb_array_elements(restore_rows.rows) as line, jsonb_object_keys(line) as named (name));
  if not given <@ columns.kept then
    perform cogo.refuse_argument(
      restore_rows.part, format('this version has no %s', array_to_string(array(select unnest(given) except select unnest(columns.kept)), ', '))
    );
  end if;
  if jsonb_array_length(restore_rows.rows) = 0 then
    return 0;
  end if;
  -- What a migration has laid gives way to what the snapshot says.
  execute format(
    'insert into cogo.%1$I (%2$s) overriding system value select %3$s from jsonb_populate_recordset(null::cogo.%1$I, $1) as one where %4$s on conflict %5$s',
    spec.relation,
    (select string_agg(format('%I', name), ', ') from unnest(given) as name),
    (select string_agg(format('one.%I', name), ', ') from unnest(given) as name),
    spec.restores_where,
    case when columns.keys is null or given <@ columns.keys then 'do nothing' else format(
      '(%s) do update set %s',
      (select string_agg(format('%I', name), ', ') from unnest(columns.keys) as name),
      (select string_agg(format('%1$I = excluded.%1$I', name), ', ') from unnest(given) as name where name <> all (columns.keys))
    ) end
  ) using restore_rows.rows;
  get diagnostics restored = row_count;
  perform cogo.restart_identity(spec.relation);
  return restored;
end;
$$;

comment on function cogo.restore_rows(text, jsonb) is
  'Puts rows of a part back; answers how many. For a restore, which runs as one transaction over an empty project. Errors: bad_argument (400).';

revoke execute on function cogo.restore_rows(text, jsonb) from public;
