create function cogo.parse_cron(
  cron text,
  out seconds smallint[],
  out minutes smallint[],
  out hours smallint[],
  out days smallint[],
  out months smallint[],
  out weekdays smallint[],
  out either_day boolean,
  out is_wild boolean
)
language plpgsql
immutable
set search_path = ''
as $$
declare
  field text[] := array_remove(string_to_array(lower(translate(left(cron, 201), E'\t\n', '  ')), ' '), '');
  month_names constant text[] := array['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
begin
  if cardinality(field) = 1 then
    field := string_to_array(case field[1]
      when '@yearly' then '0 0 1 1 *' when '@annually' then '0 0 1 1 *' when '@monthly' then '0 0 1 * *'
      when '@weekly' then '0 0 * * 0' when '@daily' then '0 0 * * *' when '@midnight' then '0 0 * * *'
      when '@hourly' then '0 * * * *' else field[1]
    end, ' ');
  end if;
  if cardinality(field) = 5 then
    field := array_prepend('0', field);
  end if;
  if cardinality(field) is distinct from 6 or length(cron) > 200 then
    perform cogo.refuse_argument('cron', 'it must be 5 fields (minute hour day month weekday), 6 with seconds first, or one of @hourly @daily @weekly @monthly @yearly');
  end if;
  field[4] := translate(field[4], '?', '*');
  field[6] := translate(field[6], '?', '*');

  seconds := cogo.cron_field('second', field[1], 0, 59, null);
  minutes := cogo.cron_field('minute', field[2], 0, 59, null);
  hours := cogo.cron_field('hour', field[3], 0, 23, null);
  months := cogo.cron_field('month', field[5], 1, 12, month_names);
  weekdays := cogo.cron_weekdays(field[6]);
  -- The last day of a month is day 32.
  days := case
    when field[4] = 'l' then '{32}'
    when field[4] ~ '(^|,)l(,|$)' then
      cogo.cron_field('day', regexp_replace(field[4], '^l,|,l(?=,|$)', '', 'g'), 1, 31, null) || 32::smallint
    else cogo.cron_field('day', field[4], 1, 31, null)
  end;
  -- Both as Vixie cron has it: a field that begins with * restricts nothing, whatever its step.
  either_day := field[4] !~ '^\*' and field[6] !~ '^\*';
  is_wild := field[1] ~ '^\*' or field[2] ~ '^\*' or field[3] ~ '^\*';
end;
$$;

comment on function cogo.parse_cron(text) is
  'What a cron expression stands for. either_day: a day matches by day or weekday, as both are restricted. is_wild: it follows real hours through changes of the clock. Errors: bad_argument (400).';

revoke execute on function cogo.parse_cron(text) from public;
