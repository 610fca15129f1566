create table cogo.secure_keys_heads (
  tenant_id uuid primary key,
  seq bigint not null,
  hash bytea not null,
  sealed_at timestamptz not null
) with (fillfactor = 50);

comment on table cogo.secure_keys_heads is 'The newest seal of each tenant''s chain.';
comment on column cogo.secure_keys_heads.seq is 'How many rows of the tenant are sealed.';

alter table cogo.secure_keys_heads enable row level security;
