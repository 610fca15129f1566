create function cogo.judge_share(slo cogo.slos, at timestamptz)
returns table (
  subject text, labels jsonb, severity text, kept text, value numeric, figures jsonb, message text, has_data boolean
)
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  rule record;
  short record;
  long record;
  holds boolean;
  is_firing boolean := exists (select from cogo.alerts as alert where alert.slo = slo.name and alert.state = 'firing');
  says text[] := string_to_array((select known.says from cogo.slo_kinds() as known where known.kind = slo.kind), '|');
begin
  subject := '';
  labels := '{}';
  has_data := false;
  for rule in
    select * from jsonb_to_recordset(slo.rules) as given (severity text, long_seconds integer, short_seconds integer, burn numeric)
    order by given.severity, given.long_seconds
  loop
    short := cogo.burn_of(slo, rule.short_seconds, judge_share.at);
    has_data := has_data or short.total > 0;
    value := coalesce(value, short.burn);
    -- Nothing happened of late: no reason to fire, and none to say that it is over while the long window burns.
    continue when case when short.total > 0 then short.burn < rule.burn * 0.8 else not is_firing end;
    long := cogo.burn_of(slo, rule.long_seconds, judge_share.at);
    has_data := has_data or long.total > 0;
    continue when long.total < slo.min_events or long.bad < slo.min_bad or long.burn < rule.burn * 0.8;
    holds := short.total > 0 and short.burn >= rule.burn and long.burn >= rule.burn;
    if kept is null or (holds and kept <> rule.severity) then
      value := greatest(short.burn, long.burn);
      message := format(
        '%s of %s %s %s in the last %s: %s times the allowed rate (objective %s %%), alerts at %s times', trim_scale(long.bad),
        trim_scale(long.total), says[1], format(says[2], slo.threshold_ms), cogo.span_text(rule.long_seconds), trim_scale(long.burn),
        trim_scale(slo.objective * 100), trim_scale(rule.burn)
      );
      figures := jsonb_build_object(
        'bad', long.bad, 'total', long.total, 'burn_long', long.burn, 'burn_short', short.burn, 'burn_allowed', rule.burn,
        'long_seconds', rule.long_seconds, 'short_seconds', rule.short_seconds
      );
    end if;
    kept := coalesce(kept, rule.severity);
    if holds then
      severity := rule.severity;
      exit;
    end if;
  end loop;
  message := coalesce(message, case when has_data then 'within its objective' else 'nothing happened that could be measured' end);
  figures := coalesce(figures, '{}');
  return next;
end;
$$;

comment on function cogo.judge_share(cogo.slos, timestamptz) is
  'Holds an SLO''s burn rates against its rules, the gravest first. severity: a rule holds now. kept: what a firing alert keeps until the burn is a fifth below the rule. Long windows are read only when the short one burns.';

revoke execute on function cogo.judge_share(cogo.slos, timestamptz) from public;
