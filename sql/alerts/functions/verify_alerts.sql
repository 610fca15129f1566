create function cogo.verify_alerts()
returns table (invariant text, problem text, sample jsonb)
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  return query
  select 'an alert that fires was told, unless it is silenced', format('%s were not', count(*)), jsonb_agg(alert.slo)
  from cogo.alerts as alert
  where alert.state = 'firing' and alert.notified_severity is null
    and not cogo.is_silenced(alert.slo, alert.subject, alert.evaluated_at)
  having count(*) > 0
  union all
  select 'what operators believe of an alert they were told', format('%s have no notice', count(*)), jsonb_agg(alert.slo)
  from cogo.alerts as alert
  where alert.notified_severity is not null and alert.notified_at > alert.evaluated_at - interval '89 days' and not exists (
    select from cogo.alert_notices as notice where notice.slo = alert.slo and notice.subject = alert.subject
  )
  having count(*) > 0
  union all
  select 'every alert was judged in the last round', format('%s were not', count(*)), jsonb_agg(alert.slo)
  from cogo.alerts as alert
  join cogo.slos as slo on slo.name = alert.slo and slo.problem is null
  where alert.round <> (select state.round from cogo.alert_rounds as state)
  having count(*) > 0
  union all
  select 'an SLO can be broken', format('%s cannot: %s', count(*), min(cogo.slo_problem(slo))), jsonb_agg(slo.name)
  from cogo.slos as slo
  where cogo.slo_problem(slo) is not null
  having count(*) > 0;
end;
$$;

comment on function cogo.verify_alerts() is
  'The part of cogo.verify about alerts: nobody is left untold, and nothing is told of what was not seen.';

revoke execute on function cogo.verify_alerts() from public;
