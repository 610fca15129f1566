create table cogo.alert_rounds (
  only_row boolean primary key default true,
  round bigint not null default 0,
  evaluated_at timestamptz,
  took_ms double precision,
  runbook_base text not null default 'docs/runbook.md',
  audit_id bigint not null default 0,
  audit_found integer not null default 0,
  audit_broken integer not null default 0,
  constraint there_is_one_row check (only_row),
  constraint runbook_base_is_short check (length(runbook_base) between 1 and 500)
) with (fillfactor = 50);

comment on table cogo.alert_rounds is 'How far cogo.evaluate_alerts has come. One row; its lock lets one round run at a time.';
comment on column cogo.alert_rounds.runbook_base is 'What stands before #section in links to the runbook: an address that your operators can open.';
comment on column cogo.alert_rounds.audit_id is 'How far the present walk along the sealed audit has come; audit_found: what it has found broken so far.';
comment on column cogo.alert_rounds.audit_broken is 'What is broken in the audit, by the last whole walk or already by this one.';
comment on column cogo.alert_rounds.round is 'How many rounds there were.';
comment on column cogo.alert_rounds.only_row is 'Always true.';
comment on column cogo.alert_rounds.audit_found is 'What the present walk along the audit has found broken so far.';

alter table cogo.alert_rounds enable row level security;
