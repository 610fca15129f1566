create table cogo.secure_keys (
  key_id uuid primary key,
  tenant_id uuid not null,
  provider text not null,
  service text not null default '*',
  resource text not null default '*',
  region text not null default '*',
  field text not null default 'api_key',
  alias text not null default 'default',
  env text not null,
  version integer not null,
  state text not null,
  alg text not null,
  ciphertext bytea not null,
  iv bytea not null,
  wrapped_dek bytea,
  dek_iv bytea,
  kek_id text,
  checksum bytea not null,
  last4 text not null,
  shared boolean not null default false,
  expires_at timestamptz,
  rotate_after timestamptz,
  retires_at timestamptz,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  last_used_at timestamptz,
  warned_at timestamptz,
  constraint one_version_of_a_key unique (tenant_id, provider, service, resource, region, field, alias, env, version),
  constraint state_is_known check (state in ('next', 'active', 'retiring', 'revoked', 'shredded')),
  constraint alg_is_known check (alg in ('A256GCM', 'plain')),
  constraint only_dev_is_plain check (alg <> 'plain' or env = 'dev'),
  constraint a_sealed_key_has_its_envelope check (
    alg = 'plain' or state = 'shredded' or (wrapped_dek is not null and dek_iv is not null and kek_id is not null)
  ),
  constraint a_shredded_key_has_no_dek check (state <> 'shredded' or wrapped_dek is null),
  constraint version_is_positive check (version >= 1),
  constraint last4_is_short check (length(last4) <= 4)
) with (fillfactor = 80);

create unique index one_active_version_of_a_key on cogo.secure_keys
  (tenant_id, provider, service, resource, region, field, alias, env) where state = 'active';

create index secure_keys_due_idx on cogo.secure_keys (state) where state in ('active', 'retiring');
create index secure_keys_kek_idx on cogo.secure_keys (kek_id) where state <> 'shredded';

comment on table cogo.secure_keys is
  'Provider keys, each version sealed in an envelope whose key the database never sees. No client reads this table; what is released is released by a grant.';
comment on column cogo.secure_keys.service is 'chat, embeddings, or * for all; likewise resource and region.';
comment on column cogo.secure_keys.field is 'Which secret of the provider it is, such as api_key.';
comment on column cogo.secure_keys.env is 'APP_ENV it belongs to; plaintext is possible in dev alone.';
comment on column cogo.secure_keys.checksum is 'HMAC of the secret under a key apart from the KEK: tells duplicates without opening.';
comment on column cogo.secure_keys.shared is 'The default tenant''s key that other tenants'' decisions may use.';
comment on column cogo.secure_keys.warned_at is 'When its coming end, or a rotation that is due, was told as an event.';
comment on column cogo.secure_keys.last_used_at is 'To the minute.';
comment on column cogo.secure_keys.resource is 'A deployment or an account of the provider, or * for all.';
comment on column cogo.secure_keys.alias is 'Tells several keys for one place apart.';
comment on column cogo.secure_keys.alg is 'A256GCM: sealed. plain: in dev alone.';
comment on column cogo.secure_keys.ciphertext is 'The key, sealed under its own DEK.';
comment on column cogo.secure_keys.iv is 'Of the ciphertext.';
comment on column cogo.secure_keys.wrapped_dek is 'The DEK, sealed under the KEK; shredding a key empties it.';
comment on column cogo.secure_keys.dek_iv is 'Of the wrapped DEK.';
comment on column cogo.secure_keys.kek_id is 'The KEK, which is in the environment of the function and nowhere here.';
comment on column cogo.secure_keys.last4 is 'The last characters, to be compared with the provider''s page.';

alter table cogo.secure_keys enable row level security;

create trigger a_key_never_comes_back before update or delete on cogo.secure_keys
for each row execute function cogo.guard_key_states();
