create table cogo.held (
  job_id bigint primary key,
  fence bigint not null,
  started_at timestamptz,
  attempt smallint not null
) with (
  fillfactor = 80,
  autovacuum_vacuum_scale_factor = 0,
  autovacuum_vacuum_threshold = 2000
);

comment on table cogo.held is 'A row per job in a worker''s hands, under the fence of its claim.';
comment on column cogo.held.started_at is 'Null while the job is assigned, set when it runs.';

alter table cogo.held enable row level security;
