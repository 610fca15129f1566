create table cogo.llm_providers (
  provider text primary key,
  name text not null,
  api_format text not null,
  base_url text not null,
  allowed_hosts text[] not null,
  auth_style text not null default 'bearer',
  key_field text not null default 'api_key',
  static_headers jsonb not null default '{}',
  data_policy text not null default 'any',
  enabled boolean not null default true,
  source text not null,
  source_sha256 text,
  changed_at timestamptz not null,
  constraint provider_is_a_slug check (provider ~ '^[a-z][a-z0-9_-]{0,62}$'),
  constraint api_format_is_known check (api_format in ('openai', 'anthropic', 'google', 'bedrock')),
  constraint base_url_is_absolute check (base_url ~ '^https?://[^\s@?#]+$' and length(base_url) <= 500),
  constraint a_provider_has_hosts check (cardinality(allowed_hosts) between 1 and 20),
  constraint auth_style_is_known check (auth_style in ('bearer', 'x-api-key', 'x-goog-api-key', 'api-key', 'sigv4', 'none')),
  constraint key_field_is_a_name check (key_field ~ '^[a-z][a-z0-9_]{0,62}$'),
  constraint static_headers_are_an_object check (jsonb_typeof(static_headers) = 'object'),
  constraint data_policy_is_known check (data_policy in ('zero_retention', 'no_training', 'any'))
);

comment on table cogo.llm_providers is
  'Who serves models: where, in which format, and how a call proves itself. Rows come from a catalogue and are kept by operators.';
comment on column cogo.llm_providers.allowed_hosts is
  'The only hosts that this provider''s keys may be sent to. No wildcards.';
comment on column cogo.llm_providers.auth_style is 'The header that carries the key; never a part of the URL. none = no key is needed.';
comment on column cogo.llm_providers.key_field is 'The field of secure_keys that holds the key.';
comment on column cogo.llm_providers.static_headers is 'Headers of every call, such as a version. Never a secret.';
comment on column cogo.llm_providers.data_policy is 'The strictest promise: zero_retention includes no_training, which includes any.';
comment on column cogo.llm_providers.source is 'Where the row was taken from, with its date.';
comment on column cogo.llm_providers.api_format is 'Which API it speaks: openai, anthropic, google or bedrock.';
comment on column cogo.llm_providers.base_url is 'Where its API begins.';

alter table cogo.llm_providers enable row level security;
