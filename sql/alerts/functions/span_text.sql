create function cogo.span_text(seconds numeric)
returns text
language plpgsql
immutable
set search_path = ''
as $$
begin
  return case
    when seconds >= 172800 then round(seconds / 86400) || ' days'
    when seconds >= 7200 then round(seconds / 3600) || ' hours'
    when seconds >= 120 then round(seconds / 60) || ' minutes'
    else round(seconds) || ' seconds'
  end;
end;
$$;

comment on function cogo.span_text(numeric) is 'A span of time as a person says it: 90 seconds, 5 minutes, 6 hours, 3 days.';

revoke execute on function cogo.span_text(numeric) from public;
