create function cogo.check_definition(definition jsonb)
returns void
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  problem text := cogo.definition_problem(definition);
  saga boolean;
  steps jsonb;
  names text[];
  item record;
  before jsonb;
begin
  if problem is not null then
    perform cogo.refuse_argument('definition', problem);
  end if;
  saga := coalesce((definition -> 'saga')::boolean, false);
  steps := definition -> 'steps';
  names := array(select step ->> 'name' from jsonb_array_elements(steps) as step);

  for item in
    select listed.step, listed.step ->> 'name' as name, coalesce(listed.step -> 'after', '[]') as needs, listed.ordinal
    from jsonb_array_elements(steps) with ordinality as listed (step, ordinal)
  loop
    problem := case
      when (jsonb_typeof(item.step -> 'name') = 'string' and item.name ~ '^[a-z][a-z0-9_-]{0,59}$') is not true
        then 'name must be 1 to 60 of a-z, 0-9, _ and -, beginning with a letter'
      when cardinality(array_positions(names, item.name)) > 1 then 'another step has the same name; rename one'
      else cogo.step_problem(item.step, saga)
    end;
    if problem is null and exists (select from jsonb_array_elements_text(item.needs) as need where need <> all(names)) then
      problem := format(
        'after names %L, which is no step of this workflow; correct the name or add the step',
        (select need from jsonb_array_elements_text(item.needs) as need where need <> all(names) limit 1)
      );
    end if;
    if problem is not null then
      perform cogo.refuse_argument(format('step %s', coalesce(format('%L', left(item.name, 60)), (item.ordinal - 1)::text)), problem);
    end if;
  end loop;

  select jsonb_object_agg(chain.name, chain.steps) into before
  from (select pair.name, jsonb_agg(pair.before) as steps from cogo.steps_before(steps) as pair group by pair.name) as chain;
  for item in select step, step ->> 'name' as name, array(select jsonb_array_elements_text(before -> (step ->> 'name'))) as known from jsonb_array_elements(steps) as step loop
    problem := case
      when item.name = any(item.known) then 'it comes after itself; break the circle in after'
      else coalesce(
        cogo.reference_problem(item.step -> 'over', 'over', item.known, false),
        cogo.reference_problem(item.step -> 'input', 'input', item.known, coalesce(item.step ->> 'kind' = 'map', false))
      )
    end;
    if problem is not null then
      perform cogo.refuse_argument(format('step %L', item.name), problem);
    end if;
  end loop;
  problem := cogo.reference_problem(definition -> 'output', 'it', names, false);
  if problem is not null then
    perform cogo.refuse_argument('output', problem);
  end if;
end;
$$;

comment on function cogo.check_definition(jsonb) is
  'Refuses a definition that could not run, naming the step and the mend. Errors: bad_argument (400).';

revoke execute on function cogo.check_definition(jsonb) from public;
