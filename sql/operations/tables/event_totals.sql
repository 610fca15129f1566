create table cogo.event_totals (
  type text primary key,
  jobs bigint not null,
  calls bigint not null,

  constraint totals_only_grow_from_zero check (jobs >= 0 and calls >= 0)
) with (fillfactor = 50);

comment on table cogo.event_totals is
  'Transitions since the beginning, by event type, up to where cogo.event_folds says. Later ones are counted on reading.';
comment on column cogo.event_totals.jobs is 'How many jobs took the transition.';
comment on column cogo.event_totals.calls is 'How many calls made it, that is rows of cogo.events.';

alter table cogo.event_totals enable row level security;
