create table cogo.held (
  job_id bigint primary key,
  fence bigint not null,
  started_at timestamptz,
  attempt smallint not null,
  key_hash uuid,
  type_hash uuid,
  tenant_hash uuid
) with (
  fillfactor = 80,
  autovacuum_vacuum_scale_factor = 0,
  autovacuum_vacuum_threshold = 2000
);

create index held_key_hash_idx on cogo.held (key_hash) where key_hash is not null;
create index held_type_hash_idx on cogo.held (type_hash) where type_hash is not null;
create index held_tenant_hash_idx on cogo.held (tenant_hash) where tenant_hash is not null;

comment on table cogo.held is 'A row per job in a worker''s hands, under the fence of its claim.';
comment on column cogo.held.started_at is 'Null while the job is assigned, set when it runs.';
comment on column cogo.held.key_hash is
  'The limit it holds a permit of (cogo.limit_hash), or null; likewise for its type and tenant. The row is the permit: it ends with the hold.';
comment on column cogo.held.fence is 'The claim that holds it.';
comment on column cogo.held.type_hash is 'The limit of its type of which it holds a permit, or null.';
comment on column cogo.held.tenant_hash is 'The limit of its tenant of which it holds a permit, or null.';

alter table cogo.held enable row level security;
