create table cogo.receipt_retention (
  only_row boolean primary key default true,
  keep_days integer default 90,
  dropped_decisions bigint not null default 0,
  dropped_nano numeric not null default 0,
  constraint there_is_one_row check (only_row),
  constraint receipts_are_kept_a_day_to_ten_years check (keep_days between 1 and 3650)
) with (fillfactor = 50);

comment on table cogo.receipt_retention is
  'How long receipts of decisions are kept, and what cogo.drop_receipts has dropped so far. One row; its lock lets one round run at a time.';
comment on column cogo.receipt_retention.keep_days is 'Null = for good; api.set_receipt_retention.';
comment on column cogo.receipt_retention.dropped_decisions is 'How many since the beginning.';
comment on column cogo.receipt_retention.dropped_nano is 'What they cost, as cogo.usage_counters still know.';
comment on column cogo.receipt_retention.only_row is 'One row: this is what keeps it one.';

alter table cogo.receipt_retention enable row level security;
