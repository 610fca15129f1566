create function cogo.compile_definition(definition_id integer, definition jsonb, children jsonb)
returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
  insert into cogo.definition_steps (
    definition_id, step, child_id, timeout_seconds, seconds, max_attempts, undo_max_attempts, confirm_max_attempts,
    optional, is_last, name, kind, type, undo_type, confirm_type, signal, needs, before, input, over
  )
  select
    compile_definition.definition_id, listed.ordinal - 1, (children ->> (step ->> 'name'))::integer,
    (step ->> 'timeout_seconds')::integer, (step ->> 'seconds')::integer,
    (coalesce(step -> 'try', step) #>> '{retry,max_attempts}')::smallint,
    (coalesce(step -> 'cancel', step -> 'compensate') #>> '{retry,max_attempts}')::smallint,
    (step #>> '{confirm,retry,max_attempts}')::smallint,
    coalesce((step -> 'optional')::boolean, false),
    not exists (select from jsonb_array_elements(definition -> 'steps') as other where other -> 'after' ? (step ->> 'name')),
    step ->> 'name', coalesce(step ->> 'kind', 'job'),
    coalesce(step #>> '{try,type}', step ->> 'type'), coalesce(step #>> '{cancel,type}', step #>> '{compensate,type}'),
    step #>> '{confirm,type}', step ->> 'signal',
    array(
      select (needed.ordinal - 1)::smallint
      from jsonb_array_elements(definition -> 'steps') with ordinality as needed (step, ordinal)
      where listed.step -> 'after' ? (needed.step ->> 'name')
      order by 1
    ),
    array(
      select (earlier.ordinal - 1)::smallint
      from jsonb_array_elements(definition -> 'steps') with ordinality as earlier (step, ordinal)
      join cogo.steps_before(definition -> 'steps') as pair on pair.before = earlier.step ->> 'name'
      where pair.name = listed.step ->> 'name'
      order by 1
    ),
    step -> 'input', step -> 'over'
  from jsonb_array_elements(definition -> 'steps') with ordinality as listed (step, ordinal);
end;
$$;

comment on function cogo.compile_definition(integer, jsonb, jsonb) is 'Writes the steps of a checked definition as rows.';

revoke execute on function cogo.compile_definition(integer, jsonb, jsonb) from public;
