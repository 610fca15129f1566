create table cogo.event_folds (
  only_row boolean primary key default true,
  folded_id bigint not null default 0,
  seen_tail bigint not null default 0,
  seen_xid xid8 not null default '0',
  folded_at timestamptz,

  constraint there_is_one_row check (only_row)
) with (fillfactor = 50);

comment on table cogo.event_folds is 'How far cogo.fold_events has come. One row.';
comment on column cogo.event_folds.folded_id is 'Events up to this id are in cogo.event_totals.';
comment on column cogo.event_folds.seen_tail is 'The newest event id that the last round saw handed out.';
comment on column cogo.event_folds.seen_xid is
  'Once every transaction below this one has ended, no event up to seen_tail can appear any more.';

alter table cogo.event_folds enable row level security;
