create function cogo.slo_document(slo cogo.slos, at timestamptz)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  counted record;
  hour record;
  now_ jsonb;
begin
  if slo.objective is not null then
    counted := cogo.slo_events(slo, slo_document.at - make_interval(days => slo.window_days), slo_document.at);
    hour := cogo.slo_events(slo, slo_document.at - interval '1 hour', slo_document.at);
    now_ := jsonb_build_object(
      'good', counted.good, 'total', counted.total, 'share', round(counted.good / nullif(counted.total, 0), 6),
      'budget_left', round(1 - (counted.total - counted.good) / nullif(counted.total * (1 - slo.objective), 0), 4),
      'burn_1h', round((hour.total - hour.good) / nullif(hour.total * (1 - slo.objective), 0), 2)
    );
  else
    select jsonb_build_object('levels', coalesce(jsonb_agg(jsonb_build_object(
      'subject', told.subject, 'value', told.value, 'says', told.message
    )), '[]')) into now_
    from cogo.judge_level(slo, slo_document.at) as told;
  end if;
  return jsonb_build_object(
    'name', slo.name, 'kind', slo.kind, 'title', slo.title, 'enabled', slo.enabled, 'objective', slo.objective,
    'threshold_ms', slo.threshold_ms, 'warning_at', slo.warning_at, 'critical_at', slo.critical_at, 'window_days', slo.window_days,
    'scope', slo.scope, 'tenant_id', slo.tenant_id, 'executor', slo.executor, 'rules', slo.rules, 'min_events', slo.min_events,
    'min_bad', slo.min_bad, 'for_seconds', slo.for_seconds, 'clear_seconds', slo.clear_seconds, 'remind_seconds', slo.remind_seconds,
    'runbook', cogo.runbook_url(slo.runbook), 'problem', slo.problem, 'changed_at', slo.changed_at, 'now', now_
  );
end;
$$;

comment on function cogo.slo_document(cogo.slos, timestamptz) is
  'An SLO with how it stands: of a share, what is left of its error budget (1 = all, negative = overdrawn) and its burn of the last hour; of levels, the worst of them.';

revoke execute on function cogo.slo_document(cogo.slos, timestamptz) from public;
