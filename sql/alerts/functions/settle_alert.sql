create function cogo.settle_alert(slo cogo.slos, reading jsonb, at timestamptz, round bigint)
returns void
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  alert cogo.alerts;
  seen cogo.alerts := jsonb_populate_record(null::cogo.alerts, settle_alert.reading);
  kept text := reading ->> 'kept';
  wanted text := seen.severity;
begin
  select * into alert from cogo.alerts as known where known.slo = slo.name and known.subject = seen.subject;
  if not found then
    alert.slo := slo.name;
    alert.subject := seen.subject;
    alert.state := 'ok';
    alert.since := settle_alert.at;
    alert.episode := 0;
  end if;
  -- A firing alert ends where it is clearly better, not where it is just better: between the two it stays as it is.
  if alert.state = 'firing' and cogo.alert_rank(kept) > cogo.alert_rank(wanted) then
    wanted := case when cogo.alert_rank(kept) < cogo.alert_rank(alert.severity) then kept else alert.severity end;
  end if;

  if alert.state = 'firing' then
    if cogo.alert_rank(wanted) >= cogo.alert_rank(alert.severity) then
      alert.severity := wanted;
      alert.calm_since := null;
    else
      alert.calm_since := coalesce(alert.calm_since, settle_alert.at);
      if settle_alert.at >= alert.calm_since + make_interval(secs => slo.clear_seconds) then
        alert.state := case when wanted is null then 'ok' else 'firing' end;
        alert.since := case when wanted is null then settle_alert.at else alert.since end;
        alert.severity := wanted;
        alert.calm_since := null;
      end if;
    end if;
  else
    if wanted is null or alert.state = 'ok' then
      alert.since := case when (alert.state = 'ok') = (wanted is null) then alert.since else settle_alert.at end;
      alert.state := case when wanted is null then 'ok' else 'pending' end;
    end if;
    alert.severity := wanted;
    if wanted is not null and settle_alert.at >= alert.since + make_interval(secs => slo.for_seconds) then
      alert.state := 'firing';
      alert.since := settle_alert.at;
      alert.episode := settle_alert.round;
    end if;
  end if;

  insert into cogo.alerts as known
  select
    alert.slo, alert.subject, seen.labels, alert.state, alert.severity, alert.since, alert.episode, alert.calm_since, seen.value, seen.figures,
    seen.message, seen.has_data, alert.notified_severity, alert.notified_at, settle_alert.at, settle_alert.round
  on conflict (slo, subject) do update set
    labels = excluded.labels, state = excluded.state, severity = excluded.severity, since = excluded.since, episode = excluded.episode,
    calm_since = excluded.calm_since, value = excluded.value, figures = excluded.figures, message = excluded.message,
    has_data = excluded.has_data, evaluated_at = excluded.evaluated_at, round = excluded.round;
end;
$$;

comment on function cogo.settle_alert(cogo.slos, jsonb, timestamptz, bigint) is
  'Takes one alert from state to state by what was seen: ok, pending until for_seconds have gone by, firing, and ok again once it was better for clear_seconds.';

revoke execute on function cogo.settle_alert(cogo.slos, jsonb, timestamptz, bigint) from public;
