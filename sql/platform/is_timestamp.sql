create function cogo.is_timestamp(value text)
returns boolean
language plpgsql
stable
set search_path = ''
as $$
begin
  return value ~ '^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d(:?\d\d)?)$'
    and value::timestamptz between now() - interval '10 years' and now() + interval '10 years';
exception
  when datetime_field_overflow or invalid_datetime_format or invalid_time_zone_displacement_value then
    return false;
end;
$$;

comment on function cogo.is_timestamp(text) is 'Whether a text is an ISO 8601 time with a zone, not further than ten years away.';

revoke execute on function cogo.is_timestamp(text) from public;
