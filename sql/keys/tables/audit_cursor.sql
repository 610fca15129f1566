create table cogo.audit_cursor (
  only_row boolean primary key default true,
  xid xid8 not null,
  audit_id bigint not null,
  tended_at timestamptz,
  constraint there_is_one_row check (only_row)
) with (fillfactor = 50);

comment on table cogo.audit_cursor is
  'How far audit rows are sealed, in the order of transactions: those below all running ones are finished.';
comment on column cogo.audit_cursor.tended_at is 'When keys were last looked over for what is due.';
comment on column cogo.audit_cursor.only_row is 'One row: this is what keeps it one.';
comment on column cogo.audit_cursor.xid is 'Rows of transactions below this one are sealed.';

alter table cogo.audit_cursor enable row level security;
