create table cogo.idempotency_keys (
  hash uuid primary key,
  body_hash uuid not null,
  job_id bigint not null,
  expires_at timestamptz not null
);

create index idempotency_keys_expires_at_idx on cogo.idempotency_keys using brin (expires_at);

comment on table cogo.idempotency_keys is
  'First job of each key idem_job:<tenant>:<type_prefix>:<key>. A repeat returns that job; another body under the key is an error.';
comment on column cogo.idempotency_keys.hash is 'The first 16 bytes of the key''s SHA-256.';

alter table cogo.idempotency_keys enable row level security;
