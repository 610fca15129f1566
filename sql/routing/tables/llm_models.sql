create table cogo.llm_models (
  model_id bigint generated always as identity primary key,
  provider text not null references cogo.llm_providers (provider),
  model text not null,
  region text not null default 'global',
  service text not null default 'chat',
  family text,
  context_tokens integer not null,
  max_output_tokens integer,
  capabilities text[] not null default '{}',
  quality real not null default 0.5,
  enabled boolean not null default true,
  sunset_at timestamptz,
  source text not null,
  source_sha256 text,
  changed_at timestamptz not null,
  constraint a_model_is_served_once_per_region unique (provider, model, region, service),
  constraint model_has_1_to_200_characters check (length(model) between 1 and 200),
  constraint region_is_a_word check (region ~ '^[a-z0-9-]{1,40}$'),
  constraint service_is_known check (service in ('chat', 'embeddings')),
  constraint context_is_positive check (context_tokens > 0),
  constraint max_output_is_positive check (max_output_tokens > 0),
  constraint quality_is_a_share check (quality between 0 and 1)
);

create index llm_models_model_idx on cogo.llm_models (model);
create index llm_models_family_idx on cogo.llm_models (family) where family is not null;

comment on table cogo.llm_models is 'A model as one provider serves it in one region.';
comment on column cogo.llm_models.model is 'The name that the provider''s API knows.';
comment on column cogo.llm_models.region is 'Where the data is handled: global, eu, us, or a cloud''s region.';
comment on column cogo.llm_models.family is 'The same model at several providers has one family, such as claude-sonnet-4.5.';
comment on column cogo.llm_models.context_tokens is 'Input and output together.';
comment on column cogo.llm_models.capabilities is 'Such as tools, vision, json, reasoning, cache, streaming.';
comment on column cogo.llm_models.quality is 'What is believed of it before anything was observed, 0 to 1; a policy may know better per task.';
comment on column cogo.llm_models.service is 'chat or embeddings.';
comment on column cogo.llm_models.source is 'Where the row was taken from, with its date.';

alter table cogo.llm_models enable row level security;
