create function cogo.alert_message(alert cogo.alerts, what text, severity text, remark text, at timestamptz)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  slo cogo.slos;
  about text;
  runbook text;
begin
  select * into slo from cogo.slos as known where known.name = alert.slo;
  runbook := cogo.runbook_url(slo.runbook);
  about := concat_ws(' ', slo.title, '(' || concat_ws(', ', slo.name, nullif(alert.subject, '')) || ')');
  return jsonb_build_object(
    'title', left(case alert_message.what
      when 'recovered' then 'Recovered: '
      when 'reminded' then 'Still ' || alert_message.severity || ': '
      when 'escalated' then 'Now critical: '
      when 'eased' then 'No longer critical: '
      when 'silence_ended' then 'Silence over: '
      else initcap(alert_message.severity) || ': '
    end || about, 200),
    'severity', alert_message.severity,
    'text', concat_ws(E'\n', initcap(left(alert.message, 1)) || substr(alert.message, 2) || '.', alert_message.remark, 'What to do: ' || runbook),
    'facts', (
      select jsonb_agg(jsonb_build_object('name', fact.name, 'value', fact.value) order by fact.place)
      from (
        values
          (1, 'slo', slo.name), (2, 'subject', nullif(alert.subject, '')), (3, 'state', alert.state),
          (4, 'since', to_char(alert.since at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS "UTC"')),
          (5, case when slo.objective is null then 'value' else 'burn' end, trim_scale(alert.value)::text)
      ) as fact (place, name, value)
      where fact.value is not null
    ),
    'links', case
      when runbook like 'http%' then jsonb_build_array(jsonb_build_object('title', 'What to do', 'url', runbook)) else '[]'
    end,
    -- One thread per episode: its end closes what its beginning opened.
    'thread', format('alert:%s:%s:%s', alert.slo, alert.episode, md5(alert.subject)),
    'at', alert_message.at
  ) || case
    when alert_message.severity = 'recovered' then jsonb_build_object('recovered_from', alert.notified_severity) else '{}'
  end;
end;
$$;

comment on function cogo.alert_message(cogo.alerts, text, text, text, timestamptz) is
  'What operators read of an alert: the message that cogo.notify takes.';

revoke execute on function cogo.alert_message(cogo.alerts, text, text, text, timestamptz) from public;
