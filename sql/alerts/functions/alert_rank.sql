create function cogo.alert_rank(severity text)
returns integer
language plpgsql
immutable
set search_path = ''
as $$
begin
  return case alert_rank.severity when 'critical' then 2 when 'warning' then 1 else 0 end;
end;
$$;

comment on function cogo.alert_rank(text) is '2 critical, 1 warning, 0 all is well.';

revoke execute on function cogo.alert_rank(text) from public;
