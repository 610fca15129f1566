create table cogo.kept_back (
  job_id bigint primary key,
  checked_at timestamptz not null
);

create index kept_back_checked_at_idx on cogo.kept_back (checked_at);

comment on table cogo.kept_back is
  'Closed jobs past their age that something open still needs. cogo.drop_closed asks again.';

alter table cogo.kept_back enable row level security;
