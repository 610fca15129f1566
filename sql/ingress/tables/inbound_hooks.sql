create table cogo.inbound_hooks (
  name text primary key,
  hook_id uuid not null unique,
  tenant_id uuid not null,
  provider text not null,
  secret_env text,
  key_version smallint not null default 1,
  job_type text,
  event_types jsonb not null default '{}',
  paused boolean not null default false,
  created_at timestamptz not null,
  constraint hook_name_is_short check (name ~ '^[a-z0-9][a-z0-9_-]{0,79}$'),
  constraint hook_provider_is_known check (provider in ('github', 'stripe', 'standard')),
  constraint hook_secrets_have_names_of_their_own check (secret_env ~ '^HOOK_[A-Z0-9_]{1,80}$'),
  constraint hook_key_version_is_positive check (key_version > 0),
  constraint event_types_are_an_object check (jsonb_typeof(event_types) = 'object')
);

comment on table cogo.inbound_hooks is
  'Webhooks of others that become jobs: POST /ingress/hooks/<name>. The rules are data; the signature is checked by the function.';
comment on column cogo.inbound_hooks.secret_env is
  'The function''s environment variable with the secret, HOOK_…; null = derived from WEBHOOK_SIGNING_KEY, hook_id and key_version.';
comment on column cogo.inbound_hooks.job_type is 'The type of what event_types does not name; null = that is ignored.';
comment on column cogo.inbound_hooks.event_types is 'Types of jobs by event, the nearest first: {"pull_request.opened": …, "pull_request": …, "push": null}; null = ignored.';
comment on column cogo.inbound_hooks.key_version is 'Grows when its derived secret is made anew.';
comment on column cogo.inbound_hooks.hook_id is 'What the derived secret belongs to: another hook of the same name has another.';

alter table cogo.inbound_hooks enable row level security;
