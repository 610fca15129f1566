create function cogo.steps_before(steps jsonb)
returns table (name text, before text)
language plpgsql
immutable
set search_path = ''
as $$
#variable_conflict use_column
begin
  return query
  with recursive needed as (
    select step ->> 'name' as name, need #>> '{}' as before
    from jsonb_array_elements(steps_before.steps) as step, jsonb_array_elements(coalesce(step -> 'after', '[]')) as need
  ),
  reached as (
    select needed.name, needed.before from needed
    union
    select reached.name, needed.before from reached join needed on needed.name = reached.before
  )
  select reached.name, reached.before from reached;
end;
$$;

comment on function cogo.steps_before(jsonb) is
  'Every pair of a step and one that is done before it begins, near or far. A step before itself is a circle.';

revoke execute on function cogo.steps_before(jsonb) from public;
