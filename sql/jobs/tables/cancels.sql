create table cogo.cancels (
  job_id bigint primary key,
  requested_at timestamptz not null,
  hard boolean not null,
  reason text,
  constraint reason_is_short check (length(reason) <= 1000)
);

comment on table cogo.cancels is
  'Wishes to cancel. Whoever holds the job''s place closes it: the claim that pops it, the sweep, or its worker at the next renewal.';
comment on column cogo.cancels.hard is 'Whether it is closed at once, instead of when its holder hears of it.';

alter table cogo.cancels enable row level security;
