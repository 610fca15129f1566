create function cogo.parts_problem(definition jsonb)
returns text
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  step record;
  ruling cogo.job_types;
begin
  for step in
    select parsed.name, parsed.kind, part.type, parsed.child_id
    from cogo.parse_definition(definition) as parsed,
      lateral unnest(array[parsed.type, parsed.undo_type, parsed.confirm_type]) as part (type)
    where part.type is not null or parsed.kind = 'workflow'
  loop
    if step.kind = 'workflow' then
      if step.child_id is null then
        return format('step %s starts a workflow that is not registered: register it first', step.name);
      end if;
      continue;
    end if;
    ruling := cogo.resolve_job_type(step.type);
    if step.type !~ '^[a-z][a-z0-9_-]*(\.[a-z0-9_-]+)+$' or length(step.type) > 120 then
      return format('step %s: type %L must read like prefix.name', step.name, step.type);
    elsif ruling.type is null then
      return format('step %s: no settings rule the type %s; an operator registers it with register_job_type', step.name, step.type);
    elsif not exists (select from cogo.lanes as lane where lane.executor = ruling.executor) then
      return format('step %s: no lane is open for the executor %s of type %s', step.name, ruling.executor, step.type);
    end if;
  end loop;
  return null;
end;
$$;

comment on function cogo.parts_problem(jsonb) is
  'What a definition needs and is not there, or null: job types, lanes, workflows.';

revoke execute on function cogo.parts_problem(jsonb) from public;
