create table cogo.permit_locks (
  limit_hash uuid primary key,
  due_at timestamptz
) with (fillfactor = 50, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 500);

comment on table cogo.permit_locks is
  'A row per limit in use. A claim locks it while it counts permits, which are rows of cogo.held: nothing here can drift.';
comment on column cogo.permit_locks.due_at is
  'When the next job would start if all came evenly (GCRA); null = no rate was asked for. A job may start up to a burst earlier.';

alter table cogo.permit_locks enable row level security;
