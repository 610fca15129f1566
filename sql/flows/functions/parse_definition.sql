create function cogo.parse_definition(definition jsonb)
returns setof cogo.definition_steps
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
begin
  return query
  with step as (
    select item.value as body, (item.ordinal - 1)::smallint as place, coalesce(item.value ->> 'kind', 'job') as kind
    from jsonb_array_elements(parse_definition.definition -> 'steps') with ordinality as item (value, ordinal)
  )
  select
    0, step.place,
    (select max(child.id) from cogo.workflow_definitions as child where child.name = step.body ->> 'workflow' and child.registered_at = (
      select max(newest.registered_at) from cogo.workflow_definitions as newest where newest.name = child.name
    )),
    (step.body ->> 'timeout_seconds')::double precision,
    (step.body ->> 'seconds')::double precision,
    (step.body -> 'retry' ->> 'max_attempts')::smallint,
    (coalesce(step.body -> 'compensate', step.body -> 'cancel') -> 'retry' ->> 'max_attempts')::smallint,
    (step.body -> 'confirm' -> 'retry' ->> 'max_attempts')::smallint,
    coalesce((step.body ->> 'optional')::boolean, false),
    not exists (select from step as later where later.body -> 'after' ? (step.body ->> 'name')),
    step.body ->> 'name', step.kind,
    coalesce(step.body ->> 'type', step.body -> 'try' ->> 'type'),
    coalesce(step.body -> 'compensate' ->> 'type', step.body -> 'cancel' ->> 'type'),
    step.body -> 'confirm' ->> 'type',
    step.body ->> 'signal',
    array(
      select before.place from step as before where step.body -> 'after' ? (before.body ->> 'name') order by before.place
    ),
    step.body -> 'input', step.body -> 'over'
  from step order by step.place;
end;
$$;

comment on function cogo.parse_definition(jsonb) is
  'The steps of a well-formed definition as rows.';

revoke execute on function cogo.parse_definition(jsonb) from public;
