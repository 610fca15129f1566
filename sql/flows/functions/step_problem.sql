create function cogo.step_problem(step jsonb, saga boolean)
returns text
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  kind text := coalesce(step ->> 'kind', 'job');
  fields text[] := cogo.step_fields(kind);
  unknown text;
  is_seconds constant text := '^(0|[1-9]\d{0,8})$';
begin
  if fields is null then
    return format('kind %L is none of job, map, tcc, sleep, signal, workflow', left(kind, 40));
  end if;
  select key into unknown from jsonb_object_keys(step) as key where key <> all(fields) limit 1;
  if unknown is not null then
    return format('a step of kind %s has no field %L; it may have %s', kind, left(unknown, 40), array_to_string(fields, ', '));
  end if;
  return case
    when step ? 'after' and (jsonb_typeof(step -> 'after') = 'array'
      and not exists (select from jsonb_array_elements(step -> 'after') as needed where jsonb_typeof(needed) <> 'string')) is not true
      then 'after must be an array of names of steps'
    when step ? 'optional' and jsonb_typeof(step -> 'optional') <> 'boolean' then 'optional must be true or false'
    when step ? 'input' and jsonb_typeof(step -> 'input') <> 'object' then 'input must be an object'
    when step ? 'timeout_seconds' and (jsonb_typeof(step -> 'timeout_seconds') = 'number'
      and step ->> 'timeout_seconds' ~ is_seconds and (step ->> 'timeout_seconds')::integer between 1 and 31536000) is not true
      then 'timeout_seconds must be a whole number from 1 to 31536000'
    when kind = 'sleep' and (jsonb_typeof(step -> 'seconds') = 'number' and step ->> 'seconds' ~ is_seconds
      and (step ->> 'seconds')::integer <= 315360000) is not true
      then 'seconds must be a whole number from 0 to 315360000'
    when kind = 'signal' and (jsonb_typeof(step -> 'signal') = 'string' and step ->> 'signal' ~ '^[a-z][a-z0-9_.-]{0,59}$') is not true
      then 'signal must be the name of a signal: 1 to 60 of a-z, 0-9, _, . and -, beginning with a letter'
    when kind = 'map' and not step ? 'over' then 'over is missing; say which array the map goes over, like {"$ref": "input.items"}'
    when kind = 'map' and jsonb_typeof(step -> 'over') not in ('object', 'array') then 'over must be an array or a $ref to one'
    when kind = 'workflow' and jsonb_typeof(step -> 'workflow') is distinct from 'string'
      then 'workflow must be the name of a registered workflow'
    when kind = 'tcc' and not saga then 'a tcc step is undone by its cancel; set "saga": true in the workflow'
    when jsonb_typeof(step -> 'compensate') = 'object' and not saga
      then 'compensate has no use without "saga": true in the workflow'
    when kind in ('job', 'map') and saga and not step ? 'compensate' and step -> 'optional' is distinct from 'true'
      then 'compensate is missing; give {"type": …}, or null when there is nothing to undo'
    when kind in ('job', 'map', 'workflow') then coalesce(
      case when kind <> 'workflow' then cogo.job_reference_problem('the step', jsonb_strip_nulls(
        jsonb_build_object('type', step -> 'type', 'retry', step -> 'retry')
      )) end,
      case when step -> 'compensate' <> 'null' then cogo.job_reference_problem('compensate', step -> 'compensate') end
    )
    when kind = 'tcc' then coalesce(
      cogo.job_reference_problem('try', step -> 'try'), cogo.job_reference_problem('confirm', step -> 'confirm'),
      cogo.job_reference_problem('cancel', step -> 'cancel')
    )
  end;
end;
$$;

comment on function cogo.step_problem(jsonb, boolean) is
  'What is wrong with a step taken by itself, and how to mend it; null when nothing is.';

revoke execute on function cogo.step_problem(jsonb, boolean) from public;
