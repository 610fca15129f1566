create function cogo.is_duration(value jsonb)
returns boolean
language plpgsql
immutable
set search_path = ''
as $$
begin
  return jsonb_typeof(value) = 'number' and (value #>> '{}')::numeric > 0 and (value #>> '{}')::numeric <= 31536000;
end;
$$;

comment on function cogo.is_duration(jsonb) is
  'Whether a JSON value is a number of seconds, above 0 and at most a year.';

revoke execute on function cogo.is_duration(jsonb) from public;
