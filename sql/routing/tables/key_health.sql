create table cogo.key_health (
  key_id uuid primary key,
  state text not null,
  until timestamptz,
  http_status smallint not null,
  changed_at timestamptz not null,
  constraint state_is_known check (state in ('throttled', 'dead')),
  constraint throttled_says_until_when check (state <> 'throttled' or until is not null)
) with (fillfactor = 80);

comment on table cogo.key_health is
  'Keys that a provider refused. throttled: until a time. dead: until the key is rotated, which gives it another id.';

alter table cogo.key_health enable row level security;
