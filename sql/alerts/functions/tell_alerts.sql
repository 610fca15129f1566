create function cogo.tell_alerts(at timestamptz)
returns integer
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  due record;
  told integer := 0;
begin
  for due in
    select alert, case
      when alert.state = 'ok' then 'recovered'
      when alert.notified_severity is null then 'fired'
      when cogo.alert_rank(alert.severity) > cogo.alert_rank(alert.notified_severity) then 'escalated'
      when cogo.alert_rank(alert.severity) < cogo.alert_rank(alert.notified_severity) then 'eased'
      else 'reminded'
    end as what
    from cogo.alerts as alert
    join cogo.slos as slo on slo.name = alert.slo
    where not cogo.is_silenced(alert.slo, alert.subject, tell_alerts.at) and case alert.state
      -- He is told when what he believes is not so, and again when it is so for long.
      when 'ok' then alert.notified_severity is not null
      when 'firing' then
        alert.severity is distinct from alert.notified_severity
        or (slo.remind_seconds > 0 and alert.calm_since is null and tell_alerts.at >= alert.notified_at + make_interval(secs => slo.remind_seconds))
      else false
    end
    order by alert.severity, alert.slo, alert.subject
  loop
    perform cogo.tell_alert(due.alert, due.what, null, tell_alerts.at);
    told := told + 1;
  end loop;
  return told;
end;
$$;

comment on function cogo.tell_alerts(timestamptz) is
  'Tells operators of each alert whose state is not what they believe, once, and reminds them of what still fires and does not calm down. Silenced ones wait. Answers how many.';

revoke execute on function cogo.tell_alerts(timestamptz) from public;
