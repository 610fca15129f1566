create table cogo.routes (
  tenant_id uuid,
  type_pattern text not null,
  executor text not null,
  constraint one_route_per_tenant_and_pattern unique nulls not distinct (tenant_id, type_pattern),
  constraint type_pattern_is_a_name_a_prefix_or_everything
    check (type_pattern ~ '^(\*|[a-z][a-z0-9_-]*(\.[a-z0-9_-]+)*(\.\*)?)$' and length(type_pattern) <= 120)
);

comment on table cogo.routes is
  'Which pool of workers (executor) takes the jobs of a tenant or type. The nearest rules: a tenant''s own before everybody''s, the longer pattern before the shorter; none = as the type''s settings say.';
comment on column cogo.routes.tenant_id is 'Null = every tenant.';
comment on column cogo.routes.type_pattern is 'A full name, prefix.* or *.';

alter table cogo.routes enable row level security;
