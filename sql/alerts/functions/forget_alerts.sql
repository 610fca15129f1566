create function cogo.forget_alerts(at timestamptz)
returns integer
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  forgotten integer;
begin
  delete from cogo.alert_notices as old
  where old.notice_id in (
    select oldest.notice_id from cogo.alert_notices as oldest
    where oldest.made_at < forget_alerts.at - interval '90 days' order by oldest.made_at limit 500
  );
  get diagnostics forgotten = row_count;
  delete from cogo.alert_silences as old where old.ended_at < forget_alerts.at - interval '90 days';
  -- Providers and budgets that are gone.
  delete from cogo.alerts as gone
  where gone.state = 'ok' and gone.notified_severity is null and not gone.has_data and gone.subject <> ''
    and gone.since < forget_alerts.at - interval '7 days';
  return forgotten;
end;
$$;

comment on function cogo.forget_alerts(timestamptz) is
  'Forgets notices and silences after 90 days, alerts of things that are gone after a week. Answers how many notices.';

revoke execute on function cogo.forget_alerts(timestamptz) from public;
