create function cogo.graph_problem(definition jsonb)
returns text
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  problem text;
begin
  select format('two steps are called %s', body ->> 'name') into problem
  from jsonb_array_elements(definition -> 'steps') as body group by body ->> 'name' having count(*) > 1 limit 1;
  if found then
    return problem;
  end if;

  select format('step %s comes after %s, which is no step', body ->> 'name', need) into problem
  from jsonb_array_elements(definition -> 'steps') as body, jsonb_array_elements_text(coalesce(body -> 'after', '[]')) as need
  where not exists (select from jsonb_array_elements(definition -> 'steps') as known where known ->> 'name' = need) limit 1;
  if found then
    return problem;
  end if;

  with recursive edge as (
    select body ->> 'name' as step, need
    from jsonb_array_elements(definition -> 'steps') as body, jsonb_array_elements_text(coalesce(body -> 'after', '[]')) as need
  ),
  before as (
    select step, need from edge
    union
    select before.step, edge.need from before join edge on edge.step = before.need
  )
  select coalesce(
    (select format('step %s comes after itself: its after runs in a circle', step) from before where step = need limit 1),
    (
      select format('step %s refers to steps.%s, which is not before it: add it to after', body ->> 'name', split_part(ref, '.', 2))
      from jsonb_array_elements(definition -> 'steps') as body, cogo.refs_of(body) as ref
      where split_part(ref, '.', 1) = 'steps'
        and not exists (select from before where before.step = body ->> 'name' and before.need = split_part(ref, '.', 2)) limit 1
    ),
    (
      select format('step %s refers to %s: a path begins with input, steps%s', body ->> 'name', ref,
        case when body ->> 'kind' = 'map' then ', item or index' else '' end)
      from jsonb_array_elements(definition -> 'steps') as body, cogo.refs_of(body) as ref
      where not (split_part(ref, '.', 1) in ('input', 'steps') or (body ->> 'kind' = 'map' and split_part(ref, '.', 1) in ('item', 'index')))
      limit 1
    )
  ) into problem;
  return coalesce(problem, cogo.parts_problem(definition));
end;
$$;

comment on function cogo.graph_problem(jsonb) is
  'What is wrong with how the steps of a definition hang together, or null: names, circles, references.';

revoke execute on function cogo.graph_problem(jsonb) from public;
