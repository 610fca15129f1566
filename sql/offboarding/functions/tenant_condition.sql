create function cogo.tenant_condition(part text, alias text default 'one')
returns text
language plpgsql
stable
set search_path = ''
as $$
#variable_conflict use_column
declare
  spec record;
  outer_alias constant text := tenant_condition.alias || '_of';
begin
  select known.* into spec from cogo.tenant_parts() as known where known.part = tenant_condition.part;
  return concat_ws(' or ',
    case
      when spec.through is null then null
      when spec.parent is null then format('%I.%I = $1', tenant_condition.alias, spec.through)
      else format(
        'exists (select from cogo.%1$I as %2$I where %2$I.%3$I = %4$I.%5$I and (%6$s))', spec.parent, outer_alias,
        (cogo.snapshot_columns(spec.parent, '{}')).keys[1], tenant_condition.alias, spec.through, cogo.tenant_condition(spec.parent, outer_alias)
      )
    end,
    replace('(' || spec.also || ')', 'one.', quote_ident(tenant_condition.alias) || '.')
  );
end;
$$;

comment on function cogo.tenant_condition(text, text) is 'Which rows of a part, called alias, are the tenant''s, as SQL over $1.';

revoke execute on function cogo.tenant_condition(text, text) from public;
