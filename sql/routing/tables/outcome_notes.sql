create table cogo.outcome_notes (
  note_id bigint generated always as identity primary key,
  at timestamptz not null,
  model_id bigint not null,
  key_id uuid,
  status text not null,
  http_status integer,
  retry_after_ms bigint,
  first_token_ms integer,
  tokens_per_second real
);

create index outcome_notes_of_keys_idx on cogo.outcome_notes (key_id) where http_status in (401, 402, 403, 429);

comment on table cogo.outcome_notes is
  'Outcomes that the next tick folds into health. Appended only, so nobody waits for anybody; what concerns keys is seen at once.';

alter table cogo.outcome_notes enable row level security;
