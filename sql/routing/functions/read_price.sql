create function cogo.read_price(price jsonb, place text)
returns cogo.llm_prices
language plpgsql
immutable
set search_path = ''
as $$
declare
  names constant text[] := '{input_price,output_price,cache_read_price,cache_write_price,cache_write_1h_price,reasoning_price}'::text[];
  rates jsonb;
  is_tier boolean;
  rate record;
begin
  if jsonb_typeof(read_price.price) <> 'object' then
    perform cogo.refuse_argument(read_price.place, 'a price is an object, or left out where it is unknown');
  end if;
  perform cogo.check_fields(read_price.price, names || '{request_price,tiers,valid_from}'::text[], read_price.place);
  if jsonb_typeof(coalesce(price -> 'tiers', '[]')) <> 'array' or jsonb_array_length(coalesce(price -> 'tiers', '[]')) > 10 then
    perform cogo.refuse_argument(read_price.place || '.tiers', 'it is a list of at most 10');
  elsif price -> 'input_price' is null or price -> 'output_price' is null then
    perform cogo.refuse_argument(read_price.place, 'it needs input_price and output_price; leave out a price that is not known whole');
  end if;
  for rates, is_tier in
    select price - 'tiers' - 'valid_from', false union all select jsonb_array_elements(price -> 'tiers'), true
  loop
    if jsonb_typeof(rates) <> 'object' then
      perform cogo.refuse_argument(read_price.place || '.tiers', 'a tier is an object');
    elsif is_tier and (rates - 'above' = '{}' or not rates ? 'above') then
      perform cogo.refuse_argument(read_price.place || '.tiers', 'a tier has above and the prices that differ');
    end if;
    perform cogo.check_fields(rates, names || case when is_tier then '{above}' else '{request_price}' end::text[], read_price.place || '.tiers');
    for rate in select field.key as name, field.value from jsonb_each(rates) as field loop
      -- A nano-dollar amount above this is 10,000 dollars the million tokens: a wrong unit, not a price.
      if jsonb_typeof(rate.value) <> 'number' or (rate.value::numeric <> trunc(rate.value::numeric))
        or rate.value::numeric not between 0 and 10000000000000 then
        perform cogo.refuse_argument(
          format('%s.%s', read_price.place, rate.name),
          format('%s is no whole number of nano-dollars from 0 to 10000000000000', left(rate.value::text, 60))
        );
      end if;
    end loop;
  end loop;
  return jsonb_populate_record(null::cogo.llm_prices, '{"request_price": 0, "tiers": []}' || read_price.price);
end;
$$;

comment on function cogo.read_price(jsonb, text) is
  'A price of a catalogue as a row, without its model; refuses one that is half, negative, absurd or no number.';

revoke execute on function cogo.read_price(jsonb, text) from public;
