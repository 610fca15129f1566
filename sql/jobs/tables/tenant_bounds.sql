create table cogo.tenant_bounds (
  tenant_id uuid,
  max_open integer not null,
  retry_after_seconds integer not null default 5,
  policy text not null default 'refuse',
  counting_xid xid8,
  is_counted boolean not null default false,
  constraint one_bound_per_tenant unique nulls not distinct (tenant_id),
  constraint a_bound_is_positive check (max_open >= 1),
  constraint policy_is_known check (policy in ('refuse', 'park')),
  constraint who_was_refused_waits_a_second_to_an_hour check (retry_after_seconds between 1 and 3600)
);

comment on table cogo.tenant_bounds is
  'How many open jobs a tenant may have, and what becomes of more: refused, or kept in cogo.over_bound until others close.';
comment on column cogo.tenant_bounds.tenant_id is 'Null = each tenant that has no bound of its own.';
comment on column cogo.tenant_bounds.is_counted is 'Whether the jobs that were open when the bound was set are in cogo.tenant_loads.';
comment on column cogo.tenant_bounds.counting_xid is
  'A transaction begun after the bound was set: once all older ones have ended, every change since is told in cogo.tenant_loads.';
comment on column cogo.tenant_bounds.max_open is 'How many jobs of the tenant may be open at a time.';
comment on column cogo.tenant_bounds.policy is 'What happens to more: refuse, or park (kept until others close).';

alter table cogo.tenant_bounds enable row level security;
