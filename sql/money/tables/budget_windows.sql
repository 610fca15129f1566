create table cogo.budget_windows (
  window_id bigint generated always as identity primary key,
  budget_id bigint not null references cogo.budgets (budget_id) on delete cascade,
  opens_at timestamptz not null,
  closes_at timestamptz not null,
  limit_nano bigint,
  ceiling_nano bigint,
  reserved_nano bigint not null default 0,
  spent_nano bigint not null default 0,
  debt_nano bigint not null default 0,
  constraint one_window_at_a_time unique (budget_id, opens_at),
  constraint a_window_has_a_length check (opens_at < closes_at),
  constraint reserved_is_not_negative check (reserved_nano >= 0),
  constraint spent_is_not_negative check (spent_nano >= 0),
  constraint debt_is_not_negative check (debt_nano >= 0)
) with (fillfactor = 50);

comment on table cogo.budget_windows is
  'The account of a budget in one period. All money of a decision belongs to the windows in which it was made, whenever it is settled, so a new period begins at zero and the old one loses nothing.';
comment on column cogo.budget_windows.limit_nano is 'What is enforced; null = nothing is. What counts against it is reserved + spent + debt.';
comment on column cogo.budget_windows.ceiling_nano is 'The highest limit in force while it was open, null = none: what cogo.verify holds it to after a limit was lowered.';
comment on column cogo.budget_windows.reserved_nano is 'The estimates of open reservations.';
comment on column cogo.budget_windows.spent_nano is 'What was billed, as far as it had been reserved.';
comment on column cogo.budget_windows.debt_nano is 'What was billed beyond its reservation.';

alter table cogo.budget_windows enable row level security;
