create table cogo.audit_checkpoints (
  tenant_id uuid not null,
  seq bigint not null,
  hash bytea not null,
  at timestamptz not null,
  signature bytea not null,
  public_key bytea not null,
  primary key (tenant_id, seq)
);

comment on table cogo.audit_checkpoints is
  'Which heads were signed and given out. The copies outside count: this one can be cut as well.';
comment on column cogo.audit_checkpoints.signature is 'Ed25519 over ["cp1", tenant_id, seq, hash in hex, at]; the key is the function''s.';
comment on column cogo.audit_checkpoints.seq is 'The place in the tenant''s chain.';
comment on column cogo.audit_checkpoints.public_key is 'What the signature is checked with.';

alter table cogo.audit_checkpoints enable row level security;
