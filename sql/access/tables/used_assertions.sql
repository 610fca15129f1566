create table cogo.used_assertions (
  assertion_hash uuid primary key,
  expires_at timestamptz not null
);

create index used_assertions_expiry_idx on cogo.used_assertions (expires_at);

comment on table cogo.used_assertions is
  'Assertions and OIDC tokens that were exchanged, until they expire: each gives one token.';

alter table cogo.used_assertions enable row level security;
