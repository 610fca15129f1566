create table cogo.permit_locks (
  limit_hash uuid primary key,
  due_at timestamptz,
  max_running integer
) with (fillfactor = 50, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 500);

comment on table cogo.permit_locks is
  'A row per limit in use. A claim locks it while it counts permits, which are rows of cogo.held: nothing here can drift.';
comment on column cogo.permit_locks.due_at is
  'When the next job would start if all came evenly (GCRA); null = no rate was asked for. A job may start up to a burst earlier.';
comment on column cogo.permit_locks.max_running is
  'The maximum under which the last permit was given. More are never held, also when the limit was lowered meanwhile (cogo.verify_limits).';

alter table cogo.permit_locks enable row level security;
