create table cogo.dropped_spend (
  window_id bigint primary key references cogo.budget_windows (window_id) on delete cascade,
  cost_nano bigint not null,
  constraint cost_is_not_negative check (cost_nano >= 0)
) with (fillfactor = 50);

comment on table cogo.dropped_spend is
  'What was billed to an account by outcomes that retention dropped: what it has spent is this and its outcomes. A row of its own, so that retention locks no account.';

alter table cogo.dropped_spend enable row level security;
