create function cogo.job_reference_problem(field text, reference jsonb)
returns text
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  ruling cogo.job_types;
  job_type text := reference ->> 'type';
begin
  if jsonb_typeof(reference) is distinct from 'object' then
    return format('%s must be an object with a type', field);
  end if;
  if reference - array['type', 'retry'] <> '{}' then
    return format('%s may hold type and retry only', field);
  end if;
  if (jsonb_typeof(reference -> 'type') = 'string' and length(job_type) <= 120
    and job_type ~ '^[a-z][a-z0-9_-]*(\.[a-z0-9_-]+)+$') is not true
  then
    return format('%s needs a type like prefix.name, of a-z, 0-9, _ and -, at most 120 characters', field);
  end if;
  if reference ? 'retry' and (
    jsonb_typeof(reference -> 'retry') = 'object' and (reference -> 'retry') - 'max_attempts' = '{}'
    and jsonb_typeof(reference #> '{retry,max_attempts}') = 'number'
    and reference #>> '{retry,max_attempts}' ~ '^([1-9]\d?|100)$'
  ) is not true then
    return format('the retry of %s must be {"max_attempts": 1 to 100}', field);
  end if;

  ruling := cogo.resolve_job_type(job_type);
  if ruling.type is null then
    return format('no settings rule the type %s; register it with register_job_type first', job_type);
  end if;
  if not exists (select from cogo.lanes as lane where lane.executor = ruling.executor and lane.priority = 'normal') then
    return format('no lane is open for %s, the executor of type %s; open it with open_lanes first', ruling.executor, job_type);
  end if;
  return null;
end;
$$;

comment on function cogo.job_reference_problem(text, jsonb) is
  'What is wrong with {type, retry?} in a step (action, compensation, try, confirm or cancel), and how to mend it; null when nothing is.';

revoke execute on function cogo.job_reference_problem(text, jsonb) from public;
