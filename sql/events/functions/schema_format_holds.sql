create function cogo.schema_format_holds(format text, value text)
returns boolean
language plpgsql
immutable
set search_path = ''
as $$
declare
  words text collate "C" := schema_format_holds.value;
  month_and_day text;
begin
  case schema_format_holds.format
    when 'uuid' then
      return words ~* '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$';
    when 'date-time' then
      return words ~ '^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$'
        and cogo.schema_format_holds('date', left(words, 10));
    when 'date' then
      if words !~ '^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$' then
        return false;
      end if;
      month_and_day := substr(words, 6);
      return month_and_day not in ('02-30', '02-31', '04-31', '06-31', '09-31', '11-31')
        and (month_and_day <> '02-29' or cogo.is_leap_year(left(words, 4)::integer));
    when 'email' then
      return words ~ '^[^@\s]+@[^@\s]+\.[^@\s.]+$';
    when 'uri' then
      return words ~ '^[A-Za-z][A-Za-z0-9+.-]*:[^\s]*$';
    else
      -- Accepted at registration only beside a pattern, which says it all.
      return true;
  end case;
end;
$$;

comment on function cogo.schema_format_holds(text, text) is
  'Whether a string has a format: uuid, date-time, date (calendar days counted), email and uri (loosely).';

revoke execute on function cogo.schema_format_holds(text, text) from public;
