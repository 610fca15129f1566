create function cogo.key_alerts(at timestamptz)
returns table (key_id uuid, alert text, due_at timestamptz)
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
begin
  return query
  select key.key_id, due.alert, due.at
  from cogo.secure_keys as key
  cross join cogo.vault_settings as setting
  cross join lateral (values
    (case when key.expires_at <= key_alerts.at then 'expired' else 'expires_soon' end, key.expires_at,
      key.expires_at - make_interval(days => setting.warn_days)),
    ('rotation_due', key.rotate_after, key.rotate_after)
  ) as due (alert, at, warn_at)
  where key.state = 'active' and key.env = setting.env and due.warn_at <= key_alerts.at;
end;
$$;

comment on function cogo.key_alerts(timestamptz) is
  'Active keys that have expired, will within warn_days, or are past rotate_after.';

revoke execute on function cogo.key_alerts(timestamptz) from public;
