create function cogo.price_usage(price cogo.llm_prices, usage jsonb)
returns bigint
language plpgsql
immutable
set search_path = ''
as $$
declare
  fresh numeric := coalesce((usage ->> 'input_tokens')::numeric, 0);
  cache_read numeric := coalesce((usage ->> 'cache_read_tokens')::numeric, 0);
  cache_write numeric := coalesce((usage ->> 'cache_write_tokens')::numeric, 0);
  cache_write_1h numeric := coalesce((usage ->> 'cache_write_1h_tokens')::numeric, 0);
  output numeric := coalesce((usage ->> 'output_tokens')::numeric, 0);
  reasoning numeric := coalesce((usage ->> 'reasoning_tokens')::numeric, 0);
  rates cogo.llm_prices := cogo.price_for_input(price_usage.price, (fresh + cache_read + cache_write + cache_write_1h)::bigint);
begin
  return ceil((
    fresh * rates.input_price
    + cache_read * coalesce(rates.cache_read_price, rates.input_price)
    + cache_write * coalesce(rates.cache_write_price, rates.input_price)
    + cache_write_1h * coalesce(rates.cache_write_1h_price, rates.cache_write_price, rates.input_price)
    -- A provider that tells more reasoning than output counts it beside the output.
    + greatest(output - reasoning, 0) * rates.output_price
    + reasoning * coalesce(rates.reasoning_price, rates.output_price)
  ) / 1000000) + rates.request_price;
end;
$$;

comment on function cogo.price_usage(cogo.llm_prices, jsonb) is
  'What the usage of routing_outcomes costs, in nano-dollars, rounded up. Counts left out are 0; null where the price is unknown.';

revoke execute on function cogo.price_usage(cogo.llm_prices, jsonb) from public;
