create table cogo.notifications (
  id bigint generated always as identity primary key,
  dedupe_key text not null unique,
  kind text not null,
  message jsonb not null,
  created_at timestamptz not null,
  constraint notification_kind_is_short check (kind ~ '^[a-z][a-z0-9_.-]{0,79}$'),
  constraint dedupe_key_has_1_to_200_characters check (length(dedupe_key) between 1 and 200),
  constraint notification_message_is_an_object check (jsonb_typeof(message) = 'object')
);

create index notifications_age_idx on cogo.notifications (created_at);

comment on table cogo.notifications is
  'What was told, once per dedupe_key within 30 days. A notify.send job per channel names its row, so a repeat has the same body and is the same job.';
comment on column cogo.notifications.dedupe_key is 'Says what is told, such as weekly:2026-W48; the same again within 30 days tells nobody twice.';

alter table cogo.notifications enable row level security;
