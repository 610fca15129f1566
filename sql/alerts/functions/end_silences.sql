create function cogo.end_silences(at timestamptz)
returns integer
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  silence cogo.alert_silences;
  alert cogo.alerts;
  remark text;
  told integer;
  ended integer := 0;
begin
  for silence in
    update cogo.alert_silences as over set ended_at = end_silences.at
    where over.ended_at is null and over.ends_at <= end_silences.at returning over.*
  loop
    ended := ended + 1;
    told := 0;
    remark := format(
      'The silence of %s (%s) is over%s.', silence.made_by, silence.reason, coalesce(', removed by ' || silence.removed_by, '')
    );
    for alert in
      select known.* from cogo.alerts as known
      where silence.slo in ('*', known.slo) and (silence.subject is null or known.subject = silence.subject)
        and (known.state = 'firing' or (known.state = 'ok' and known.notified_severity is not null))
        and not cogo.is_silenced(known.slo, known.subject, end_silences.at)
      order by known.slo, known.subject
    loop
      perform cogo.tell_alert(alert, 'silence_ended', remark, end_silences.at);
      told := told + 1;
    end loop;
    if told = 0 then
      insert into cogo.alert_notices (slo, subject, episode, what, severity, message, made_at, next_try_at)
      values (silence.slo, coalesce(silence.subject, ''), 0, 'silence_ended', 'info', jsonb_build_object(
        'title', format('Silence over: %s', case silence.slo when '*' then 'all alerts' else silence.slo end), 'severity', 'info',
        'text', remark || E'\nNothing that it hid fires.', 'facts', '[]'::jsonb, 'links', '[]'::jsonb, 'at', end_silences.at
      ), end_silences.at, end_silences.at);
    end if;
  end loop;
  return ended;
end;
$$;

comment on function cogo.end_silences(timestamptz) is
  'Ends silences whose time is over and says so, with how the alerts stand that they hid. Answers how many.';

revoke execute on function cogo.end_silences(timestamptz) from public;
