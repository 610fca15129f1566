create function cogo.mend_alert_times(last_at timestamptz, at timestamptz)
returns void
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  unseen interval := mend_alert_times.at - mend_alert_times.last_at - interval '1 minute';
begin
  if mend_alert_times.at < mend_alert_times.last_at then
    -- The clock went back: what lies ahead of it would hold everything up.
    update cogo.alerts as known
    set since = least(known.since, mend_alert_times.at),
      calm_since = case when known.calm_since is not null then least(known.calm_since, mend_alert_times.at) end,
      notified_at = case when known.notified_at is not null then least(known.notified_at, mend_alert_times.at) end
    where greatest(known.since, known.calm_since, known.notified_at) > mend_alert_times.at;
    update cogo.alert_silences as known
    set starts_at = mend_alert_times.at, ends_at = known.ends_at - (known.starts_at - mend_alert_times.at)
    where known.ended_at is null and known.starts_at > mend_alert_times.at;
  elsif mend_alert_times.at > mend_alert_times.last_at + interval '5 minutes' then
    -- Nobody looked for a while: what was so before and is so now need not have been so in between. A minute of it counts.
    update cogo.alerts as known
    set since = case when known.state = 'pending' then known.since + unseen else known.since end, calm_since = known.calm_since + unseen
    where known.state = 'pending' or known.calm_since is not null;
  end if;
end;
$$;

comment on function cogo.mend_alert_times(timestamptz, timestamptz) is
  'Before a round: makes the times of alerts fit a clock that went back, or that went on while nobody looked.';

revoke execute on function cogo.mend_alert_times(timestamptz, timestamptz) from public;
