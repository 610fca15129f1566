create function cogo.metric_unit(step text)
returns text
language sql
immutable
set search_path = ''
as $$
  select case metric_unit.step when '1m' then 'minute' when '1h' then 'hour' when '1d' then 'day' end;
$$;

comment on function cogo.metric_unit(text) is 'What date_trunc calls a step of the history; null for what is none.';

revoke execute on function cogo.metric_unit(text) from public;
