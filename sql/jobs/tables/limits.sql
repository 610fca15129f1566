create table cogo.limits (
  limit_id integer generated always as identity primary key,
  scope text not null,
  name text,
  tenant_id uuid,
  max_running integer,
  rate_count integer,
  rate_seconds integer,
  paused boolean not null default false,
  reason text,
  changed_at timestamptz not null,
  constraint one_limit_per_subject unique nulls not distinct (scope, name, tenant_id),
  constraint scope_is_known check (scope in ('key', 'type', 'tenant')),
  constraint a_key_limit_names_a_tenants_key_or_all check (scope <> 'key' or (name is null) = (tenant_id is null)),
  constraint a_type_limit_names_a_type check (scope <> 'type' or (name is not null and tenant_id is null)),
  constraint name_reads_like_a_type check (
    scope <> 'type' or (name ~ '^(\*|[a-z][a-z0-9_-]*(\.[a-z0-9_-]+)*(\.\*)?)$' and length(name) <= 120)
  ),
  constraint a_key_has_1_to_200_characters check (scope <> 'key' or length(name) between 1 and 200),
  constraint a_tenant_limit_has_no_name check (scope <> 'tenant' or name is null),
  constraint max_running_is_positive check (max_running >= 1),
  constraint a_rate_is_a_count_in_seconds check (
    (rate_count is null) = (rate_seconds is null) and rate_count between 1 and 1000000 and rate_seconds between 1 and 86400
  ),
  constraint reason_is_short check (length(reason) <= 1000)
);

comment on table cogo.limits is
  'How much may run at a time and how fast: per concurrency_key, per type, per tenant. No rows = no job is held against any limit.';
comment on column cogo.limits.name is 'scope key: the key. scope type: a name, prefix.* or *, the nearest rules. scope tenant: null.';
comment on column cogo.limits.tenant_id is
  'scope key: the tenant of the key. scope tenant: the tenant, or null for each that has no row of its own.';
comment on column cogo.limits.max_running is 'How many jobs may be held at a time; null = a key''s type says so, or there is no such limit.';
comment on column cogo.limits.rate_count is 'How many jobs may start within rate_seconds, evenly spread; bursts up to rate_count.';
comment on column cogo.limits.scope is 'key, type or tenant.';
comment on column cogo.limits.paused is 'Whether none of them may start.';
comment on column cogo.limits.reason is 'Why it was paused, in somebody''s words.';

alter table cogo.limits enable row level security;
