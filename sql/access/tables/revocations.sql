create table cogo.revocations (
  tenant_id uuid not null,
  subject_id uuid not null,
  kind text not null,
  revoked_at timestamptz not null,
  primary key (tenant_id, subject_id),
  constraint revocation_kind_is_known check (kind in ('tenant', 'agent', 'member'))
);

comment on table cogo.revocations is
  'Whose tokens are refused though they are signed and not expired: every RPC looks here once (cogo.caller_tenant(scope)).';
comment on column cogo.revocations.subject_id is 'The agent_id or sub of the token; the tenant itself when it is suspended.';

alter table cogo.revocations enable row level security;
