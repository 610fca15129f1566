create table cogo.vault_settings (
  only_row boolean primary key default true,
  env text not null,
  longest_call_seconds integer not null default 600,
  overlap_seconds integer not null default 3600,
  warn_days integer not null default 14,
  changed_at timestamptz not null,
  constraint there_is_one_row check (only_row),
  constraint env_is_a_word check (env ~ '^[a-z0-9_-]{1,40}$'),
  constraint a_call_lasts_a_minute_to_an_hour check (longest_call_seconds between 60 and 3600),
  constraint an_overlap_lasts_up_to_30_days check (overlap_seconds between 0 and 2592000),
  constraint warnings_come_1_to_90_days_before check (warn_days between 1 and 90)
);

comment on table cogo.vault_settings is 'One row: what is true of the whole vault. Made by the first key that is written.';
comment on column cogo.vault_settings.env is 'The APP_ENV in force: keys of another one are neither chosen nor opened.';
comment on column cogo.vault_settings.longest_call_seconds is
  'How long a grant and its reservation live on after the first opening.';
comment on column cogo.vault_settings.overlap_seconds is 'How long a replaced version stays readable, unless told otherwise.';
comment on column cogo.vault_settings.warn_days is 'How many days before expires_at a key is listed as expiring.';
comment on column cogo.vault_settings.only_row is 'One row: this is what keeps it one.';

alter table cogo.vault_settings enable row level security;
