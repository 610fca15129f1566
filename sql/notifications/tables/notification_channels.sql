create table cogo.notification_channels (
  name text primary key,
  kind text not null,
  settings jsonb not null default '{}',
  secret_env text not null,
  kinds text[] not null default '{*}',
  min_severity text not null default 'info',
  changed_at timestamptz not null,
  constraint channel_name_is_short check (name ~ '^[a-z][a-z0-9_.-]{0,79}$'),
  constraint channel_kind_is_known check (kind in ('slack', 'google_chat', 'github_issue', 'email', 'webhook')),
  constraint channel_settings_are_an_object check (jsonb_typeof(settings) = 'object'),
  constraint secret_env_names_a_variable_for_notifications
    check (secret_env ~ '^(NOTIFY|SLACK|GOOGLE_CHAT|GITHUB|SMTP)_[A-Z0-9_]{1,80}$'),
  constraint a_channel_hears_1_to_50_kinds check (cardinality(kinds) between 1 and 50),
  constraint kinds_are_a_plain_list check (array_ndims(kinds) = 1),
  constraint min_severity_is_known check (min_severity in ('info', 'warning', 'critical'))
);

comment on table cogo.notification_channels is
  'Where operators are told: a Slack or Google Chat space, a repository''s issues, mail, a webhook. Holds no secret.';
comment on column cogo.notification_channels.settings is
  'What is no secret: github_issue {repository, labels}, email {to, from}, webhook {signing_secret_env}; slack and google_chat none.';
comment on column cogo.notification_channels.secret_env is
  'Name of the environment variable of the notify function that holds the URL (slack, google_chat, webhook), the token (github_issue) or the SMTP URL (email).';
comment on column cogo.notification_channels.kinds is 'The kinds of notifications it wants, such as alert or weekly; * = all.';
comment on column cogo.notification_channels.min_severity is 'It hears of nothing that is less severe.';

alter table cogo.notification_channels enable row level security;
