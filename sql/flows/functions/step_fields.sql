create function cogo.step_fields(kind text)
returns text[]
language plpgsql
immutable
set search_path = ''
as $$
begin
  return case step_fields.kind
    when 'job' then array['name', 'kind', 'after', 'optional', 'type', 'input', 'retry', 'timeout_seconds', 'compensate']
    when 'map' then array['name', 'kind', 'after', 'optional', 'type', 'input', 'over', 'retry', 'timeout_seconds', 'compensate']
    when 'tcc' then array['name', 'kind', 'after', 'try', 'confirm', 'cancel', 'input', 'timeout_seconds']
    when 'sleep' then array['name', 'kind', 'after', 'seconds']
    when 'signal' then array['name', 'kind', 'after', 'optional', 'signal', 'timeout_seconds']
    when 'workflow' then array['name', 'kind', 'after', 'optional', 'workflow', 'input', 'timeout_seconds', 'compensate']
  end;
end;
$$;

comment on function cogo.step_fields(text) is 'The fields that a step of a kind may have; null for a kind that there is not.';

revoke execute on function cogo.step_fields(text) from public;
