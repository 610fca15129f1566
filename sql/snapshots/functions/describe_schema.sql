create function cogo.describe_schema()
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  return jsonb_build_object(
    'tables', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'name', namespace.nspname || '.' || class.relname,
        'kind', case class.relkind when 'v' then 'view' else 'table' end,
        'comment', obj_description(class.oid, 'pg_class'),
        'columns', (
          select jsonb_agg(jsonb_build_object(
            'name', attribute.attname, 'type', format_type(attribute.atttypid, attribute.atttypmod), 'not_null', attribute.attnotnull,
            'default', pg_get_expr(fallback.adbin, fallback.adrelid)
          ) order by attribute.attnum)
          from pg_catalog.pg_attribute as attribute
          left join pg_catalog.pg_attrdef as fallback on fallback.adrelid = class.oid and fallback.adnum = attribute.attnum
          where attribute.attrelid = class.oid and attribute.attnum > 0 and not attribute.attisdropped
        ),
        'constraints', (
          select coalesce(jsonb_agg(jsonb_build_object('name', rule.conname, 'is', pg_get_constraintdef(rule.oid)) order by rule.conname), '[]')
          from pg_catalog.pg_constraint as rule where rule.conrelid = class.oid and rule.contype <> 'n'
        ),
        'indexes', (
          select coalesce(jsonb_agg(pg_get_indexdef(index.indexrelid) order by index.indexrelid::regclass::text), '[]')
          from pg_catalog.pg_index as index where index.indrelid = class.oid
        )
      ) order by namespace.nspname, class.relname), '[]')
      from pg_catalog.pg_class as class
      join pg_catalog.pg_namespace as namespace on namespace.oid = class.relnamespace
      where namespace.nspname in ('cogo', 'api') and class.relkind in ('r', 'v')
    ),
    'functions', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'name', namespace.nspname || '.' || routine.proname, 'arguments', pg_get_function_arguments(routine.oid),
        'result', pg_get_function_result(routine.oid), 'is_definer', routine.prosecdef,
        'sha256', encode(sha256(convert_to(routine.prosrc, 'UTF8')), 'hex')
      ) order by namespace.nspname, routine.proname, pg_get_function_arguments(routine.oid)), '[]')
      from pg_catalog.pg_proc as routine
      join pg_catalog.pg_namespace as namespace on namespace.oid = routine.pronamespace
      where namespace.nspname in ('cogo', 'api') and routine.prokind = 'f'
    )
  );
end;
$$;

comment on function cogo.describe_schema() is
  'The schemas cogo and api from the catalogue: tables and views with columns, constraints and indexes; functions with the hash of their text.';

revoke execute on function cogo.describe_schema() from public;
