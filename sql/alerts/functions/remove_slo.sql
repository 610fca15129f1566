create function cogo.remove_slo(name text)
returns boolean
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  alert cogo.alerts;
begin
  -- A round may not be judging it meanwhile.
  perform from cogo.alert_rounds for update;
  for alert in
    select * from cogo.alerts as known where known.slo = remove_slo.name and known.notified_severity is not null order by known.subject
  loop
    alert.state := 'ok';
    alert.severity := null;
    perform cogo.tell_alert(alert, 'recovered', 'The SLO was removed, so nothing watches this any more.', cogo.now_());
  end loop;
  delete from cogo.slos as known where known.name = remove_slo.name;
  return found;
end;
$$;

comment on function cogo.remove_slo(text) is
  'Removes an SLO with its alerts; of those that operators were told of they are told that they are over. Answers whether there was one.';

revoke execute on function cogo.remove_slo(text) from public;
grant execute on function cogo.remove_slo(text) to service_role;
