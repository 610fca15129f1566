create table cogo.dependencies (
  needed_job_id bigint not null,
  job_id bigint not null references cogo.blocked (job_id) on delete cascade,
  constraint dependencies_pkey primary key (needed_job_id, job_id)
);

create index dependencies_job_id_idx on cogo.dependencies (job_id);

comment on table cogo.dependencies is 'job_id starts once every needed_job_id is closed, whatever its outcome.';

alter table cogo.dependencies enable row level security;
