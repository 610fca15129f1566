create function cogo.list_alerts()
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  tenant uuid := cogo.caller_tenant();
  at timestamptz := cogo.now_();
  evaluated_at timestamptz := (select state.evaluated_at from cogo.alert_rounds as state);
begin
  return jsonb_build_object(
    'at', at, 'evaluated_at', evaluated_at, 'is_late', coalesce(evaluated_at < at - interval '2 minutes', true),
    'alerts', (
      select coalesce(jsonb_agg(told.line order by array_position(array['firing', 'silenced', 'ok'], told.line ->> 'state'),
        told.line ->> 'severity', told.slo, told.subject), '[]')
      from (
        select slo.name as slo, alert.subject, jsonb_build_object(
          'slo', slo.name, 'subject', alert.subject, 'title', slo.title, 'labels', alert.labels,
          'severity', case when alert.state = 'firing' then alert.severity end,
          'state', case when alert.state <> 'firing' then 'ok' when cogo.is_silenced(slo.name, alert.subject, at) then 'silenced' else 'firing' end,
          'is_pending', alert.state = 'pending', 'since', alert.since, 'burn', alert.value, 'figures', alert.figures,
          'message', alert.message, 'has_data', alert.has_data, 'runbook', cogo.runbook_url(slo.runbook), 'problem', slo.problem,
          'evaluated_at', alert.evaluated_at, 'notified_at', case when alert.notified_severity is not null then alert.notified_at end
        ) as line
        from cogo.alerts as alert
        join cogo.slos as slo on slo.name = alert.slo
        where tenant is null or slo.tenant_id = tenant
        order by alert.state = 'firing' desc, alert.slo, alert.subject limit 1000
      ) as told
    )
  );
end;
$$;

comment on function cogo.list_alerts() is
  'How every SLO stands, what fires first, 1000 at most; to an agent, those of its tenant. Errors: not_an_agent (401).';

revoke execute on function cogo.list_alerts() from public;
grant execute on function cogo.list_alerts() to authenticated, service_role;
