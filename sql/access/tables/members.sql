create table cogo.members (
  tenant_id uuid not null references cogo.tenants,
  user_id uuid not null,
  role text not null,
  added_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (tenant_id, user_id),
  constraint member_role_is_known check (role in ('owner', 'operator', 'fixer', 'viewer'))
);

create index members_user_idx on cogo.members (user_id, added_at);

comment on table cogo.members is
  'People of a tenant, by their id in Supabase Auth. cogo.role_scopes says what a role may do; an owner may also administer the tenant.';
comment on column cogo.members.role is 'owner, operator, fixer or viewer.';

alter table cogo.members enable row level security;
