create table cogo.provider_health_minutes (
  model_id bigint not null,
  minute timestamptz not null,
  calls integer not null,
  errors integer not null,
  throttled integer not null,
  first_token_ms_sum double precision not null,
  first_tokens integer not null,
  primary key (minute, model_id)
) with (fillfactor = 80);

comment on table cogo.provider_health_minutes is 'Calls per model and minute, for pictures. Kept for a week.';
comment on column cogo.provider_health_minutes.first_tokens is 'How many calls first_token_ms_sum adds up.';
comment on column cogo.provider_health_minutes.throttled is 'Calls that met a 429.';
comment on column cogo.provider_health_minutes.first_token_ms_sum is 'Milliseconds to the first token, added up.';

alter table cogo.provider_health_minutes enable row level security;
