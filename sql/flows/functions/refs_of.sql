create function cogo.refs_of(template jsonb)
returns setof text
language plpgsql
immutable
set search_path = ''
as $$
begin
  return query
  select named.ref #>> '{}'
  from jsonb_path_query(coalesce(template, 'null'), 'strict $.**."$ref"', silent => true) as named (ref)
  where jsonb_typeof(named.ref) = 'string';
end;
$$;

comment on function cogo.refs_of(jsonb) is
  'The paths that a template refers to.';

revoke execute on function cogo.refs_of(jsonb) from public;
