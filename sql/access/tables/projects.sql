create table cogo.projects (
  tenant_id uuid not null references cogo.tenants,
  project text not null,
  created_at timestamptz not null,
  primary key (tenant_id, project),
  constraint project_is_a_short_word check (project ~ '^[a-z0-9][a-z0-9_-]{0,62}$')
);

comment on table cogo.projects is 'Parts of a tenant; a budget may stand on one. There since an agent was first created in it.';
comment on column cogo.projects.project is 'Its name within the tenant.';

alter table cogo.projects enable row level security;
