create table cogo.access_audit (
  audit_id bigint generated always as identity primary key,
  at timestamptz not null,
  tenant_id uuid,
  actor text not null,
  act text not null,
  subject text not null,
  before jsonb,
  after jsonb,
  constraint actor_is_named check (length(actor) between 1 and 200),
  constraint an_act_changes_something check (before is distinct from after)
);

create index access_audit_tenant_idx on cogo.access_audit (tenant_id, audit_id desc);

comment on table cogo.access_audit is
  'Who gave or took which access, what was before and what after. Appended to in the transaction of the act, never changed. Holds no secret.';
comment on column cogo.access_audit.actor is 'operator, or user:<id> for an owner.';
comment on column cogo.access_audit.act is 'What was done, such as revoke_agent or set_tenant_state.';
comment on column cogo.access_audit.subject is 'The id of the agent, person or tenant whose access the act changed, or the kid of a signing key.';
comment on column cogo.access_audit.before is 'Its row before the act; null = there was none. after likewise.';
comment on column cogo.access_audit.after is 'Its row after the act; null = it is gone.';

alter table cogo.access_audit enable row level security;

create trigger access_audit_is_appended_only before update or delete on cogo.access_audit
for each row execute function cogo.refuse_access_audit_change();
create trigger access_audit_is_not_truncated before truncate on cogo.access_audit
for each statement execute function cogo.refuse_access_audit_change();
