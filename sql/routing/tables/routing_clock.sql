create table cogo.routing_clock (
  only_row boolean primary key default true,
  ticked_at timestamptz not null,
  snapshot_id bigint not null references cogo.routing_snapshots (snapshot_id),
  catalogue_mark text not null,
  constraint there_is_one_row check (only_row)
) with (fillfactor = 10);

comment on table cogo.routing_clock is 'When health was published last, and what the lists were made of. Old health is not believed.';
comment on column cogo.routing_clock.only_row is 'One row: this is what keeps it one.';
comment on column cogo.routing_clock.catalogue_mark is 'What models and prices were when the lists were made; another mark makes them anew.';

alter table cogo.routing_clock enable row level security;
