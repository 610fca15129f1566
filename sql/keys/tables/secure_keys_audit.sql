create table cogo.secure_keys_audit (
  audit_id bigint generated always as identity primary key,
  xid xid8 not null default pg_current_xact_id(),
  at timestamptz not null,
  tenant_id uuid not null,
  action text not null,
  ok boolean not null,
  reason text,
  actor text not null,
  key_id uuid,
  version integer,
  purpose text,
  decision_id uuid,
  attempt smallint,
  constraint action_is_known check (
    action in ('open', 'write', 'rotate', 'retire', 'revoke', 'shred', 'rewrap', 'break_glass', 'kek')
  ),
  constraint a_refusal_says_why check (ok or reason is not null),
  constraint actor_has_1_to_200_characters check (length(actor) between 1 and 200),
  constraint purpose_is_short check (length(purpose) <= 500),
  constraint reason_is_short check (length(reason) <= 500)
);

create index secure_keys_audit_seal_idx on cogo.secure_keys_audit (xid, audit_id);
create index secure_keys_audit_key_idx on cogo.secure_keys_audit (key_id, audit_id desc);

comment on table cogo.secure_keys_audit is
  'Who did what to which key, refusals too. Appended flat and sealed a few seconds later by cogo.secure_keys_seals.';
comment on column cogo.secure_keys_audit.xid is
  'The transaction that wrote it: what it releases is read in a later one only.';
comment on column cogo.secure_keys_audit.actor is 'agent:<id>, secret:<name of the key>, user:<id>, or clock.';
comment on column cogo.secure_keys_audit.action is 'open, write, rotate, retire, revoke, shred, rewrap, break_glass or kek.';
comment on column cogo.secure_keys_audit.ok is 'Whether it was done; refusals are kept too.';
comment on column cogo.secure_keys_audit.purpose is 'What it was opened for.';

alter table cogo.secure_keys_audit enable row level security;

create trigger audit_is_appended_only before update or delete on cogo.secure_keys_audit
for each row execute function cogo.refuse_audit_change();
create trigger audit_is_not_truncated before truncate on cogo.secure_keys_audit
for each statement execute function cogo.refuse_audit_change();
