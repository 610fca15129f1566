create table cogo.ready_notes (
  job_id bigint primary key,
  ready_at timestamptz not null
);

comment on table cogo.ready_notes is
  'Since when delayed and blocked jobs are ready, until cogo.fold_job_metrics has counted how long they waited from then.';

alter table cogo.ready_notes enable row level security;
