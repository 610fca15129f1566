create function cogo.resolve_iso_week(wanted text)
returns text
language plpgsql
set search_path = ''
as $$
declare
  week text := coalesce(resolve_iso_week.wanted, cogo.iso_week(cogo.now_()));
begin
  -- Week 53 does not exist in every year: the week must survive the way there and back.
  if week !~ '^[0-9]{4}-W(0[1-9]|[1-4][0-9]|5[0-3])$'
    or week <> to_char(to_date(week, 'IYYY-"W"IW'), 'IYYY-"W"IW') then
    raise sqlstate 'PT400' using
      message = format('Cannot schedule a quality run: %L is not an ISO week', week),
      detail = 'bad_argument',
      hint = 'Write iso_week like 2026-W48, or leave it out for the current week.';
  end if;

  return week;
end;
$$;

comment on function cogo.resolve_iso_week(text) is 'The ISO week asked for, checked; the current one (UTC) for null.';

revoke execute on function cogo.resolve_iso_week(text) from public;
