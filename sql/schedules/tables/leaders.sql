create table cogo.leaders (
  name text primary key,
  holder text not null,
  fence bigint not null default 1,
  taken_at timestamptz not null,
  renewed_at timestamptz not null,
  lease_expires_at timestamptz not null,
  lease_seconds integer not null,
  renewals bigint not null default 0,
  lost_leases bigint not null default 0,
  longest_gap interval not null default '0',
  longest_renewal interval not null default '0',
  released boolean not null default false,
  constraint name_is_short check (length(name) between 1 and 60),
  constraint holder_is_short check (length(holder) between 1 and 200),
  constraint lease_lasts_2_seconds_to_5_minutes check (lease_seconds between 2 and 300)
) with (fillfactor = 50);

comment on table cogo.leaders is
  'Who leads, under which fence and until when. One row per role; its counters are the figures of the lease.';
comment on column cogo.leaders.fence is 'The number of the term: grows with each new leader, and whoever has an older one is refused.';
comment on column cogo.leaders.lost_leases is 'Terms that ended because nobody renewed, or that a new process of the same name ended.';
comment on column cogo.leaders.longest_gap is 'The longest time without a leader between two terms.';
comment on column cogo.leaders.longest_renewal is 'The longest time between two renewals of one term.';
comment on column cogo.leaders.holder is 'Which process leads.';
comment on column cogo.leaders.renewals is 'Of this term.';
comment on column cogo.leaders.released is 'Whether the term was given up instead of lost.';

alter table cogo.leaders enable row level security;
