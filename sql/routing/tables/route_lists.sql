create table cogo.route_lists (
  list_id bigint generated always as identity primary key,
  policy_id bigint not null references cogo.routing_policies (policy_id),
  policy_name text not null,
  policy_version integer not null,
  service text not null,
  task text not null,
  size_class text not null,
  sha256 bytea not null,
  algorithm text not null,
  terms double precision[] not null,
  is_cut boolean not null,
  left_out jsonb not null,
  providers text[] not null,
  keyless smallint[] not null,
  regions text[] not null,
  capability_names text[] not null,
  model_ids bigint[] not null,
  price_ids bigint[] not null,
  provider_nos smallint[] not null,
  region_nos smallint[] not null,
  data_ranks smallint[] not null,
  context_tokens integer[] not null,
  max_output_tokens integer[] not null,
  capabilities bigint[] not null,
  qualities real[] not null,
  input_prices real[] not null,
  output_prices real[] not null,
  cache_read_prices real[] not null,
  cache_write_prices real[] not null,
  request_prices real[] not null,
  snapshot_id bigint,
  states smallint[],
  shares smallint[],
  merits real[],
  wait_ms real[],
  token_ms real[],
  made_at timestamptz not null,
  retired_at timestamptz,
  constraint size_class_is_known check (size_class in ('small', 'medium', 'large', 'huge', 'all')),
  constraint service_is_known check (service in ('chat', 'embeddings'))
) with (fillfactor = 50, toast_tuple_target = 8160);

create unique index one_list_is_current on cogo.route_lists (policy_id, service, task, size_class) where retired_at is null;

comment on table cogo.route_lists is
  'The models that a policy chooses from, best first, per service, task and size of request, as arrays side by side. What was published stays; only health is written over.';
comment on column cogo.route_lists.size_class is 'all: every model, read when the best 64 are too few.';
comment on column cogo.route_lists.sha256 is 'Of everything but health: the same content is not published twice.';
comment on column cogo.route_lists.terms is 'The policy''s numbers, in the order of cogo.policy_terms.';
comment on column cogo.route_lists.is_cut is 'There are more than these.';
comment on column cogo.route_lists.left_out is 'How many the policy or the catalogue left out, by reason.';
comment on column cogo.route_lists.keyless is 'Numbers of providers that need no key.';
comment on column cogo.route_lists.capabilities is 'Bit n stands for capability_names[n + 1].';
comment on column cogo.route_lists.input_prices is 'Nano-dollars per million tokens at this size, for scores; money is counted with the price row.';
comment on column cogo.route_lists.snapshot_id is 'Whose health stands in states to token_ms.';
comment on column cogo.route_lists.merits is 'Weighed quality less weighed risk.';
comment on column cogo.route_lists.task is 'The policy''s task whose quality counts, or * for any.';
comment on column cogo.route_lists.providers is 'The names that provider_nos count, from 1.';
comment on column cogo.route_lists.regions is 'The names that region_nos count, from 1.';
comment on column cogo.route_lists.capability_names is 'The names that the bits of capabilities stand for.';
comment on column cogo.route_lists.model_ids is 'The models, best first; every array below has one element for each.';
comment on column cogo.route_lists.data_ranks is 'How strict the provider''s promise is: 2 zero_retention, 1 no_training, 0 any.';
comment on column cogo.route_lists.states is '0 closed, 1 open, 2 open and due for its one probe, 3 half open.';
comment on column cogo.route_lists.shares is 'Percent of its odds that a model has while it comes back.';
comment on column cogo.route_lists.wait_ms is 'Milliseconds to the first token, as health has it.';
comment on column cogo.route_lists.token_ms is 'Milliseconds per token, as health has it.';

alter table cogo.route_lists enable row level security;
