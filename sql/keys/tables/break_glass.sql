create table cogo.break_glass (
  break_glass_id uuid primary key,
  key_id uuid not null references cogo.secure_keys (key_id),
  reason text not null,
  minutes integer not null,
  requested_by text not null,
  requested_at timestamptz not null,
  approved_by text,
  approved_at timestamptz,
  expires_at timestamptz not null,
  opened_at timestamptz,
  constraint two_people_break_the_glass check (approved_by <> requested_by),
  constraint a_reason_has_10_to_500_characters check (length(reason) between 10 and 500),
  constraint it_lasts_1_to_240_minutes check (minutes between 1 and 240),
  constraint approved_says_when check ((approved_by is null) = (approved_at is null))
);

comment on table cogo.break_glass is
  'Emergencies: one person asks to see a version that nothing else opens any more, another agrees, for a short time, aloud.';
comment on column cogo.break_glass.expires_at is 'Until when it may be approved (an hour), then until when it opens.';
comment on column cogo.break_glass.minutes is 'For how long it may be opened once it is approved.';

alter table cogo.break_glass enable row level security;
