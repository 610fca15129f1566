create function cogo.tell_alert(alert cogo.alerts, what text, remark text, at timestamptz)
returns void
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  severity text := coalesce(case when alert.state = 'firing' then alert.severity end, 'recovered');
begin
  insert into cogo.alert_notices (slo, subject, episode, what, severity, message, made_at, next_try_at)
  values (
    alert.slo, alert.subject, alert.episode, tell_alert.what, severity,
    cogo.alert_message(alert, tell_alert.what, severity, tell_alert.remark, tell_alert.at), tell_alert.at, tell_alert.at
  );
  update cogo.alerts as known
  set notified_severity = case when alert.state = 'firing' then alert.severity end, notified_at = tell_alert.at
  where known.slo = alert.slo and known.subject = alert.subject;
end;
$$;

comment on function cogo.tell_alert(cogo.alerts, text, text, timestamptz) is
  'Writes down that operators are to be told of an alert, and what they believe from then on.';

revoke execute on function cogo.tell_alert(cogo.alerts, text, text, timestamptz) from public;
