create function cogo.price_for_input(price cogo.llm_prices, input_tokens bigint)
returns cogo.llm_prices
language plpgsql
immutable
set search_path = ''
as $$
declare
  tier jsonb;
begin
  if price.tiers is null or price.tiers = '[]' then
    return price;
  end if;
  select known into tier
  from jsonb_array_elements(price.tiers) as known
  where (known ->> 'above')::bigint < price_for_input.input_tokens
  order by (known ->> 'above')::bigint desc
  limit 1;
  -- The importer lets a tier hold names of prices and above only.
  return case when tier is null then price else jsonb_populate_record(price, tier) end;
end;
$$;

comment on function cogo.price_for_input(cogo.llm_prices, bigint) is
  'The price as its tier for that many input tokens, cached ones included, says. What the tier leaves out stays.';

revoke execute on function cogo.price_for_input(cogo.llm_prices, bigint) from public;
