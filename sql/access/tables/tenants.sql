create table cogo.tenants (
  tenant_id uuid primary key,
  name text not null,
  state text not null default 'active',
  settings jsonb not null default '{}',
  created_at timestamptz not null,
  changed_at timestamptz not null,
  constraint tenant_state_is_known check (state in ('active', 'suspended', 'leaving')),
  constraint tenant_name_has_1_to_200_characters check (length(name) between 1 and 200),
  constraint tenant_settings_are_an_object check (jsonb_typeof(settings) = 'object')
);

comment on table cogo.tenants is
  'Whom the project serves. A tenant that is only named in tokens needs no row; one whose agents and members are kept here does.';
comment on column cogo.tenants.state is 'active; suspended: every call of its agents and members is refused; leaving: so, until its data is gone.';
comment on column cogo.tenants.settings is 'For the operator''s own use; nothing here reads it.';

alter table cogo.tenants enable row level security;
