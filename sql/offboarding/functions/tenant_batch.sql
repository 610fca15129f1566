create function cogo.tenant_batch(
  part text, leaving cogo.offboardings, row_limit integer, out places tid[], out keys text[], out met bigint, out next jsonb
)
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  spec record;
  key_columns text[] := (cogo.snapshot_columns(tenant_batch.part, '{}')).keys;
  key_list text := (select string_agg(format('one.%I', name), ', ' order by ordinal) from unnest(key_columns) with ordinality as key (name, ordinal));
begin
  select known.* into spec from cogo.tenant_parts() as known where known.part = tenant_batch.part;
  execute format(
    $sql$
      with looked as materialized (
        select one.* , one.ctid as place from cogo.%1$I as one where %2$s %3$s limit $3
      ),
      wanted as materialized (select one.place, %4$s from looked as one where %5$s),
      locked as materialized (
        select one.ctid as place, %6$s as key from cogo.%1$I as one
        where one.ctid = any (array(select wanted.place from wanted)) for update skip locked
      )
      select coalesce((select array_agg(locked.place) from locked), '{}'), (select array_agg(locked.key) from locked),
        (select count(*) from wanted), case when (select count(*) from looked) = $3 then %7$s end
    $sql$,
    spec.part,
    case
      when not spec.is_walked then cogo.tenant_condition(spec.part)
      when leaving.after is null then 'true'
      else format('(%s) > (select %s from jsonb_populate_record(null::cogo.%I, $2) as one)', key_list, key_list, spec.part)
    end,
    case when spec.is_walked then 'order by ' || key_list else '' end,
    coalesce('one.' || quote_ident(key_columns[1]), 'null'),
    case when spec.is_walked then cogo.tenant_condition(spec.part) else 'true' end,
    coalesce('one.' || quote_ident(key_columns[1]), 'null') || '::text',
    case when spec.is_walked then format(
      '(select jsonb_build_object(%s) from looked as one order by %s limit 1)',
      (select string_agg(format('%L, one.%I', name, name), ', ') from unnest(key_columns) as name), replace(key_list, ',', ' desc,') || ' desc'
    ) else '''{}''::jsonb' end
  ) into places, keys, met, next using leaving.tenant_id, leaving.after, tenant_batch.row_limit;
end;
$$;

comment on function cogo.tenant_batch(text, cogo.offboardings, integer) is
  'The next rows of a part that are the tenant''s, locked: where they lie and the first column of their keys. met: how many there are, with those that somebody else has locked. next: from where to go on; null = to the end.';

revoke execute on function cogo.tenant_batch(text, cogo.offboardings, integer) from public;
