create function cogo.alert_gauges()
returns table (slo text, severity text, firing integer)
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  at timestamptz := cogo.now_();
begin
  return query
  select known.name, each.severity, count(alert.slo)::integer
  from cogo.slos as known
  cross join (values ('critical'), ('warning')) as each (severity)
  left join cogo.alerts as alert on alert.slo = known.name and alert.state = 'firing' and alert.severity = each.severity
    and not cogo.is_silenced(alert.slo, alert.subject, at)
  where known.enabled
  group by known.name, each.severity
  order by known.name, each.severity;
end;
$$;

comment on function cogo.alert_gauges() is
  'How many alerts fire by SLO and severity, silenced ones apart; zeros too, so that a rule can name each.';

revoke execute on function cogo.alert_gauges() from public;
grant execute on function cogo.alert_gauges() to service_role;
