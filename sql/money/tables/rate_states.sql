create table cogo.rate_states (
  limit_id bigint not null,
  subject_id uuid not null,
  full_at_ns bigint not null,
  primary key (limit_id, subject_id)
) with (fillfactor = 50);

comment on table cogo.rate_states is
  'How much of each rate is used: one number per limit and subject. A row that is missing means nothing is.';
comment on column cogo.rate_states.full_at_ns is
  'When all will be refilled, in nanoseconds since 1970; GCRA calls it the theoretical arrival time. Never further ahead than the limit''s per_seconds, unless the clock went back.';

alter table cogo.rate_states enable row level security;
