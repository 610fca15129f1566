create function cogo.estimate_nano(price cogo.llm_prices, input_tokens bigint, cached_tokens bigint, output_tokens bigint)
returns bigint
language plpgsql
immutable
set search_path = ''
as $$
declare
  input numeric := greatest(coalesce(estimate_nano.input_tokens, 0), 0);
  cached numeric := least(greatest(coalesce(estimate_nano.cached_tokens, 0), 0), input);
  rates cogo.llm_prices := case
    when price.tiers <> '[]' then cogo.price_for_input(estimate_nano.price, input::bigint) else estimate_nano.price end;
begin
  return ceil((
    (input - cached) * rates.input_price
    + cached * coalesce(rates.cache_read_price, rates.input_price)
    + greatest(coalesce(estimate_nano.output_tokens, 0), 0)::numeric * greatest(rates.output_price, rates.reasoning_price)
  ) / 1000000) + rates.request_price;
end;
$$;

comment on function cogo.estimate_nano(cogo.llm_prices, bigint, bigint, bigint) is
  'What a call will cost at most, in nano-dollars: cached_tokens are those of input_tokens that are expected to be read from a cache. Null where the price is unknown.';

revoke execute on function cogo.estimate_nano(cogo.llm_prices, bigint, bigint, bigint) from public;
