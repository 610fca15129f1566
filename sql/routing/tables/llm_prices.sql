create table cogo.llm_prices (
  price_id bigint generated always as identity primary key,
  model_id bigint not null references cogo.llm_models (model_id),
  valid_from timestamptz not null,
  input_price bigint not null,
  output_price bigint not null,
  cache_read_price bigint,
  cache_write_price bigint,
  cache_write_1h_price bigint,
  reasoning_price bigint,
  request_price bigint not null default 0,
  tiers jsonb not null default '[]',
  source text not null,
  source_sha256 text not null,
  imported_at timestamptz not null,
  constraint one_price_at_a_time unique (model_id, valid_from),
  constraint prices_are_not_negative check (
    least(input_price, output_price, cache_read_price, cache_write_price, cache_write_1h_price, reasoning_price, request_price) >= 0
  ),
  constraint tiers_are_a_list check (jsonb_typeof(tiers) = 'array')
);

comment on table cogo.llm_prices is
  'What a model costs from a moment on, until its next row. Rows are added, never changed: a decision is billed by the price it saw.';
comment on column cogo.llm_prices.input_price is
  'Nano-dollars per million tokens, as all prices here: 3 dollars a million are 3000000000.';
comment on column cogo.llm_prices.cache_read_price is 'Null = as input. Likewise cache_write_price and cache_write_1h_price.';
comment on column cogo.llm_prices.reasoning_price is 'Null = as output.';
comment on column cogo.llm_prices.request_price is 'Nano-dollars per request.';
comment on column cogo.llm_prices.tiers is
  'Other prices for long inputs: [{"above": 200000, "input_price": …, "output_price": …}], the highest that applies.';
comment on column cogo.llm_prices.source_sha256 is 'Of the file that the price was read from.';

alter table cogo.llm_prices enable row level security;
