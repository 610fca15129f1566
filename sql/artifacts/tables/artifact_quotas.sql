create table cogo.artifact_quotas (
  tenant_id uuid,
  max_bytes bigint not null,
  constraint one_artifact_quota_per_tenant unique nulls not distinct (tenant_id),
  constraint an_artifact_quota_is_not_negative check (max_bytes >= 0)
);

comment on table cogo.artifact_quotas is
  'How many bytes of artifacts a tenant may keep. Without a row: 10 GiB (cogo.artifact_room).';
comment on column cogo.artifact_quotas.tenant_id is 'Null = each tenant that has no quota of its own.';
comment on column cogo.artifact_quotas.max_bytes is 'Bytes of all artifacts of the tenant together; 0 lets none in.';

alter table cogo.artifact_quotas enable row level security;
