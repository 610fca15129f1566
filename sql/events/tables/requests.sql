create table cogo.requests (
  job_id bigint primary key,
  expires_at timestamptz not null,
  timed_out_at timestamptz,
  asked_by uuid
);

create index requests_due_idx on cogo.requests (expires_at) where timed_out_at is null;
create index requests_timed_out_idx on cogo.requests (timed_out_at) where timed_out_at is not null;

comment on table cogo.requests is
  'Jobs whose asker waits only so long. At expires_at an unanswered one is cancelled hard, once; an answered one leaves the table.';
comment on column cogo.requests.expires_at is
  'Until when a reply counts; never later than that of the request that caused it.';
comment on column cogo.requests.asked_by is 'The agent that asked; null = an operator, or a token without agent_id.';

alter table cogo.requests enable row level security;
