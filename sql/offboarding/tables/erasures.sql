create table cogo.erasures (
  proof text primary key,
  started_at timestamptz not null,
  ended_at timestamptz not null,
  erased_at timestamptz not null,
  counts jsonb not null,
  export_sha256 text,
  constraint proof_is_lower_case_hex check (proof ~ '^[0-9a-f]{64}$'),
  constraint counts_are_an_object check (jsonb_typeof(counts) = 'object')
);

comment on table cogo.erasures is
  'Proofs that tenants were erased, a row each. None names its tenant: who has the id and the salt finds the row.';
comment on column cogo.erasures.proof is 'SHA-256 of the salt, a colon and the tenant_id.';
comment on column cogo.erasures.started_at is 'When it began to leave; ended_at: when its work had ended.';
comment on column cogo.erasures.ended_at is 'When its work had ended.';
comment on column cogo.erasures.counts is 'How many rows of each part were erased.';
comment on column cogo.erasures.export_sha256 is 'The digest of the export''s manifest; null = the export was waived.';

alter table cogo.erasures enable row level security;
