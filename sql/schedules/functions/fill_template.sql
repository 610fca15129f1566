create function cogo.fill_template(template jsonb, schedule_name text, due_at timestamptz)
returns jsonb
language plpgsql
stable
set search_path = ''
as $$
declare
  body text := fill_template.template::text;
begin
  -- jsonb is written in one way only, and a string escapes its quotes: what looks like a reference is one.
  if strpos(body, '{"$ref": ') > 0 then
    body := replace(body, '{"$ref": "due_at"}', to_jsonb(to_char(fill_template.due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))::text);
    body := replace(body, '{"$ref": "schedule"}', to_jsonb(fill_template.schedule_name)::text);
  end if;
  return body::jsonb;
end;
$$;

comment on function cogo.fill_template(jsonb, text, timestamptz) is
  'A schedule''s job or workflow with {"$ref": "due_at"} and {"$ref": "schedule"} filled in.';

revoke execute on function cogo.fill_template(jsonb, text, timestamptz) from public;
