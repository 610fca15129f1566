create function cogo.check_time_zone(time_zone text)
returns void
language plpgsql
stable
set search_path = ''
as $$
begin
  -- Postgres also takes abbreviations and POSIX rules, which know no future change; and reading the list of names takes 0.1 s.
  if (check_time_zone.time_zone ~ '^(UTC|GMT|Etc/GMT(\+(\d|1[0-2])|-(\d|1[0-4]))|[A-Z][A-Za-z]+(/[A-Z][A-Za-z_-]+){1,2})$') is true then
    perform timestamptz '2000-01-01Z' at time zone check_time_zone.time_zone;
    return;
  end if;
  raise invalid_parameter_value;
exception
  when invalid_parameter_value then
    perform cogo.refuse_argument(
      'time_zone', format('%L is no IANA time zone, such as Europe/Berlin or UTC', left(check_time_zone.time_zone, 60))
    );
end;
$$;

comment on function cogo.check_time_zone(text) is 'Refuses what is no IANA time zone. Errors: bad_argument (400).';

revoke execute on function cogo.check_time_zone(text) from public;
