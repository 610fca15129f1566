create function cogo.restart_identity(relation text)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  numbered record;
begin
  for numbered in
    select attribute.attname as name, pg_get_serial_sequence('cogo.' || restart_identity.relation, attribute.attname) as sequence
    from pg_catalog.pg_attribute as attribute
    where attribute.attrelid = to_regclass('cogo.' || restart_identity.relation) and attribute.attidentity <> ''
  loop
    execute format(
      'select setval(%L, greatest((select max(%I) from cogo.%I), (select last_value from %s)))',
      numbered.sequence, numbered.name, restart_identity.relation, numbered.sequence
    );
  end loop;
end;
$$;

comment on function cogo.restart_identity(text) is 'Lets a table count on behind the rows that were put into it.';

revoke execute on function cogo.restart_identity(text) from public;
