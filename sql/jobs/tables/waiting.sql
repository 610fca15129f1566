create table cogo.waiting (
  job_id bigint primary key,
  run_at timestamptz not null,
  attempt smallint not null
);

create index waiting_run_at_idx on cogo.waiting (run_at, job_id);

comment on table cogo.waiting is 'Jobs that wait for a time: delayed ones, and failed ones until their retry.';

alter table cogo.waiting enable row level security;
