create function api.set_notification_channel(
  name text,
  kind text,
  settings jsonb default '{}',
  secret_env text default null,
  kinds text[] default '{*}',
  min_severity text default 'info'
)
returns jsonb
language plpgsql
volatile
set search_path = ''
as $$
#variable_conflict use_column
begin
  return to_jsonb(cogo.set_notification_channel(
    set_notification_channel.name, set_notification_channel.kind, set_notification_channel.settings,
    set_notification_channel.secret_env, set_notification_channel.kinds, set_notification_channel.min_severity
  ));
end;
$$;

comment on function api.set_notification_channel(text, text, jsonb, text, text[], text) is
  'Adds or replaces a channel: kind slack, google_chat, github_issue {repository, labels}, email {to, from} or webhook {signing_secret_env}. secret_env names the variable of the notify function with its URL or token. For operators. Errors: bad_argument (400).';

revoke execute on function api.set_notification_channel(text, text, jsonb, text, text[], text) from public;
grant execute on function api.set_notification_channel(text, text, jsonb, text, text[], text) to service_role;
