create table cogo.wake_notes (
  note_id bigint generated always as identity primary key,
  limit_hash uuid not null,
  permits integer not null
);

comment on table cogo.wake_notes is
  'Permits given back while a claim was counting their limit, and so could not be told of: the next claim wakes a sleeper for each.';
comment on column cogo.wake_notes.permits is 'How many were given back.';

alter table cogo.wake_notes enable row level security;
