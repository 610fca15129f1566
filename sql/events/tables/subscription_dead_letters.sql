create table cogo.subscription_dead_letters (
  subscription_id bigint not null,
  message_id uuid not null,
  died_at timestamptz not null,
  attempts smallint not null,
  channel text not null,
  message jsonb not null,
  error jsonb,
  constraint subscription_dead_letters_pkey primary key (subscription_id, message_id)
);

comment on table cogo.subscription_dead_letters is
  'Messages that failed as often as their subscription allows. redrive_subscription sends them again.';

alter table cogo.subscription_dead_letters enable row level security;
