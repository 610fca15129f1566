create table cogo.requests (
  job_id bigint primary key,
  expires_at timestamptz not null,
  timed_out_at timestamptz
);

create index requests_due_idx on cogo.requests (expires_at) where timed_out_at is null;
create index requests_timed_out_idx on cogo.requests (timed_out_at) where timed_out_at is not null;

comment on table cogo.requests is
  'Jobs whose asker waits only so long. At expires_at an unanswered one is cancelled hard, once; an answered one leaves the table.';

alter table cogo.requests enable row level security;
