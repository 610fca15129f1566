create function cogo.set_notification_channel(
  name text, kind text, settings jsonb, secret_env text, kinds text[], min_severity text
)
returns cogo.notification_channels
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  kept cogo.notification_channels;
  problem text := cogo.channel_problem(set_notification_channel.kind, set_notification_channel.settings);
  variable text := coalesce(set_notification_channel.secret_env, case set_notification_channel.kind
    when 'slack' then 'SLACK_WEBHOOK_URL'
    when 'google_chat' then 'GOOGLE_CHAT_WEBHOOK_URL'
    when 'github_issue' then 'GITHUB_TOKEN'
    when 'email' then 'SMTP_URL'
    when 'webhook' then 'NOTIFY_WEBHOOK_URL'
  end);
begin
  if variable is null then
    perform cogo.refuse_argument('kind', 'it must be slack, google_chat, github_issue, email or webhook');
  end if;
  if problem is not null then
    perform cogo.refuse_argument('settings', problem);
  end if;
  -- Other variables hold keys of this project, which no channel may be given.
  if variable !~ '^(NOTIFY|SLACK|GOOGLE_CHAT|GITHUB|SMTP)_[A-Z0-9_]{1,80}$' then
    perform cogo.refuse_argument(
      'secret_env', 'it must be the name of a variable NOTIFY_…, SLACK_…, GOOGLE_CHAT_…, GITHUB_… or SMTP_…, never the secret itself'
    );
  end if;
  insert into cogo.notification_channels as known (name, kind, settings, secret_env, kinds, min_severity, changed_at)
  values (
    set_notification_channel.name, set_notification_channel.kind, set_notification_channel.settings, variable,
    set_notification_channel.kinds, set_notification_channel.min_severity, cogo.now_()
  )
  on conflict (name) do update set
    kind = excluded.kind, settings = excluded.settings, secret_env = excluded.secret_env, kinds = excluded.kinds,
    min_severity = excluded.min_severity, changed_at = excluded.changed_at
  returning * into kept;
  return kept;
exception
  when check_violation or not_null_violation then
    perform cogo.refuse_argument('the channel', sqlerrm);
    return null;
end;
$$;

comment on function cogo.set_notification_channel(text, text, jsonb, text, text[], text) is
  'Adds or replaces a channel; what is told from now on follows it, and what waits goes where it now leads.';

revoke execute on function cogo.set_notification_channel(text, text, jsonb, text, text[], text) from public;
grant execute on function cogo.set_notification_channel(text, text, jsonb, text, text[], text) to service_role;
