create table cogo.message_keys (
  hash uuid primary key,
  body_hash uuid not null,
  message_id uuid not null,
  expires_at timestamptz not null
);

create index message_keys_expires_at_idx on cogo.message_keys using brin (expires_at);

comment on table cogo.message_keys is
  'First message of each key idem_evt:<tenant>:<stream>:<event_id>. A repeat answers that message; another body under the key is an error.';
comment on column cogo.message_keys.hash is 'The first 16 bytes of the key''s SHA-256.';

alter table cogo.message_keys enable row level security;
