select plan(24);

select tests.as_operator();
select is(
  api.set_notification_channel('team', 'slack') - 'changed_at',
  '{"name": "team", "kind": "slack", "settings": {}, "secret_env": "SLACK_WEBHOOK_URL", "kinds": ["*"], "min_severity": "info"}',
  'a channel needs a name and a kind'
);
select is(api.set_notification_channel('team', 'google_chat', kinds => '{alert}') ->> 'secret_env', 'GOOGLE_CHAT_WEBHOOK_URL', 'a repeat replaces');
select is(
  api.set_notification_channel('repo', 'github_issue', '{"repository": "acme/core", "labels": ["ops"]}') ->> 'secret_env', 'GITHUB_TOKEN', 'issues'
);
select is(api.set_notification_channel('mail', 'email', '{"to": ["ops@acme.example"]}') ->> 'secret_env', 'SMTP_URL', 'mail');
select is(
  api.set_notification_channel('hook', 'webhook', '{"signing_secret_env": "NOTIFY_WEBHOOK_SECRET"}', 'NOTIFY_PAGER_URL') ->> 'secret_env',
  'NOTIFY_PAGER_URL', 'a webhook'
);
select is(array(select name from api.list_notification_channels()), array['hook', 'mail', 'repo', 'team'], 'all are listed');

select tests.refuses(format('select api.set_notification_channel(%L, %L, %L, %L)', name, kind, settings, variable), 'PT400', 'bad_argument', field, problem)
from (values
  ('x', 'pager', '{}', null, 'kind', 'an unknown kind'),
  ('X', 'slack', '{}', null, 'channel_name_is_short', 'a name in capitals'),
  ('x', 'slack', '{"url": "https://hooks.slack.com/services/T/B/x"}', null, 'settings', 'a URL among the settings'),
  ('x', 'slack', '{}', 'https://hooks.slack.com/services/T/B/x', 'secret_env', 'the secret itself'),
  ('x', 'slack', '{}', 'SUPABASE_SERVICE_ROLE_KEY', 'secret_env', 'a key of the project'),
  ('x', 'slack', '{}', 'COGO_KEK', 'secret_env', 'a key of the vault'),
  ('x', 'github_issue', '{}', null, 'repository', 'no repository'),
  ('x', 'github_issue', '{"repository": "a/b", "api_url": "https://api.evil.example"}', null, 'settings', 'somebody else''s API, which would get the token'),
  ('x', 'github_issue', '{"repository": "a/b", "token": "ghp_1"}', null, 'settings', 'a token among the settings'),
  ('x', 'email', '{}', null, 'to', 'mail to nobody'),
  ('x', 'email', '{"to": ["a@b\r\nBcc: c@d"]}', null, 'to', 'an address of two lines'),
  ('x', 'webhook', '{"signing_secret_env": "WEBHOOK_SIGNING_KEY"}', null, 'signing_secret_env', 'another''s signing key')
) as refused (name, kind, settings, variable, field, problem);
select tests.refuses($$ select api.set_notification_channel('x', 'slack', min_severity => 'loud') $$, 'PT400', 'bad_argument', 'min_severity_is_known');

select is(api.remove_notification_channel('team'), true, 'it is removed');
select is(api.remove_notification_channel('team'), false, 'once');
select tests.as_agent('00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-0000000000a1');
select throws_ok($$ select api.set_notification_channel('x', 'slack') $$, '42501', null, 'agents have no channels');
select throws_ok($$ select api.list_notification_channels() $$, '42501', null, 'and see none');
select throws_ok($$ select api.send_notification('alert', 'k', '{"title": "t", "severity": "info"}') $$, '42501', null, 'and tell nothing');

select * from finish();
