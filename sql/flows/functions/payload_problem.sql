create function cogo.payload_problem(job_type text, payload jsonb, lane_id smallint, payload_schema jsonb)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  violation record;
  message text;
begin
  if lane_id is null then
    return jsonb_build_object(
      'class', 'permanent', 'reason', 'dependency_unavailable', 'stage', 'input',
      'message', format('No settings or no lane take type %s any more.', job_type)
    );
  end if;
  if jsonb_typeof(payload) <> 'object' then
    message := format('The input is %s, not an object.', jsonb_typeof(payload));
  elsif cogo.json_bytes(payload) > 262144 then
    message := 'The input has more bytes than the limit of 262144.';
  elsif payload_schema is not null then
    select found.path, found.problem into violation from cogo.schema_violations(payload_schema, payload) as found limit 1;
    if found then
      message := format('The input does not meet the schema of %s at %s: %s', job_type, coalesce(nullif(violation.path, ''), '/'), violation.problem);
    end if;
  end if;
  if message is not null then
    return jsonb_build_object('class', 'validation', 'reason', 'validation_failed', 'stage', 'input', 'message', message);
  end if;
  return null;
end;
$$;

comment on function cogo.payload_problem(text, jsonb, smallint, jsonb) is
  'Why a step''s job cannot be enqueued, as the error of the step, or null. Nothing is raised: the caller may be the worker of another step.';

revoke execute on function cogo.payload_problem(text, jsonb, smallint, jsonb) from public;
