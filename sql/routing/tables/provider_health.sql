create table cogo.provider_health (
  model_id bigint primary key references cogo.llm_models (model_id),
  state text not null default 'closed',
  share smallint not null default 100,
  trips smallint not null default 0,
  failures smallint not null default 0,
  good_probes smallint not null default 0,
  retry_at timestamptz,
  probe_until timestamptz,
  calls bigint not null default 0,
  error_rate real not null default 0,
  first_token_ms real,
  tokens_per_second real,
  changed_at timestamptz not null,
  constraint state_is_known check (state in ('closed', 'open', 'half_open')),
  constraint share_is_a_percentage check (share between 1 and 100),
  constraint open_says_until_when check (state <> 'open' or retry_at is not null)
) with (fillfactor = 50);

comment on table cogo.provider_health is 'How a model at a provider does, by what callers told. Rows are there for models that were called.';
comment on column cogo.provider_health.trips is 'How often it opened in a row: each doubles the pause, up to 5 minutes.';
comment on column cogo.provider_health.failures is 'In a row.';
comment on column cogo.provider_health.retry_at is 'From when on one caller may probe.';
comment on column cogo.provider_health.probe_until is 'A caller probes until then; afterwards another may.';
comment on column cogo.provider_health.error_rate is 'Moving average; the newest call counts a tenth. Likewise the speeds.';
comment on column cogo.provider_health.state is 'closed: it is called. open: it is left alone. half_open: it comes back by shares.';
comment on column cogo.provider_health.share is 'Percent of its odds that it has while it comes back.';
comment on column cogo.provider_health.good_probes is 'In a row since it was opened.';
comment on column cogo.provider_health.calls is 'That were told of, ever.';

alter table cogo.provider_health enable row level security;
