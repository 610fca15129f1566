create table cogo.refusal_notes (
  note_id bigint generated always as identity primary key,
  word text not null,
  rejected jsonb,
  constraint rejected_is_an_object check (jsonb_typeof(rejected) = 'object')
);

comment on table cogo.refusal_notes is
  'Routes that were refused since cogo.fold_calls came by. Appended only, so nobody waits for anybody.';
comment on column cogo.refusal_notes.word is 'no_candidate, budget_exceeded or rate_limited.';
comment on column cogo.refusal_notes.rejected is 'How many models were not to be had, by reason.';

alter table cogo.refusal_notes enable row level security;
