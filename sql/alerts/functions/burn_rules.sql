create function cogo.burn_rules(objective numeric)
returns jsonb
language plpgsql
immutable
set search_path = ''
as $$
begin
  return (
    select jsonb_agg(jsonb_build_object(
      'severity', rule.severity, 'long_seconds', rule.long_seconds, 'short_seconds', rule.short_seconds,
      -- Where a tenth may be bad, no more than ten times that can be.
      'burn', trim_scale(round(least(rule.burn, 0.9 / (1 - burn_rules.objective)), 2))
    ) order by rule.long_seconds)
    from (
      values ('critical', 3600, 300, 14.4), ('critical', 21600, 1800, 6), ('warning', 86400, 7200, 3), ('warning', 259200, 21600, 1)
    ) as rule (severity, long_seconds, short_seconds, burn)
  );
end;
$$;

comment on function cogo.burn_rules(numeric) is
  'The windows of Google''s SRE workbook for an objective: they alert when 2 % of a month''s error budget go in an hour, 5 % in six, 10 % in a day or in three.';

revoke execute on function cogo.burn_rules(numeric) from public;
