create table cogo.blocked (
  job_id bigint primary key,
  run_at timestamptz
);

comment on table cogo.blocked is 'Jobs that wait for other jobs to close (see cogo.dependencies).';
comment on column cogo.blocked.run_at is 'Not before this time, even when nothing blocks any more; null = at once.';

alter table cogo.blocked enable row level security;
