create table cogo.call_folds (
  only_row boolean primary key default true,
  decision_id uuid not null default '00000000-0000-0000-0000-000000000000',
  seen_decision_id uuid not null default '00000000-0000-0000-0000-000000000000',
  audit_id bigint not null default 0,
  seen_audit_id bigint not null default 0,
  next_audit_id bigint not null default 0,
  seen_xid xid8 not null default '0',
  folded_at timestamptz,
  erased_audits bigint not null default 0,
  constraint there_is_one_row check (only_row)
) with (fillfactor = 50);

comment on table cogo.call_folds is 'How far cogo.fold_calls has come. One row.';
comment on column cogo.call_folds.decision_id is 'Decisions up to this id are in cogo.call_totals; audit_id likewise.';
comment on column cogo.call_folds.seen_xid is
  'Once every transaction below this one has ended, no row up to seen_decision_id and seen_audit_id can appear any more.';
comment on column cogo.call_folds.next_audit_id is
  'The newest audit_id that the last round saw: who drew it has a transaction number by the next round.';
comment on column cogo.call_folds.erased_audits is 'How many rows of the audit of keys that were counted went with their tenants.';

alter table cogo.call_folds enable row level security;
