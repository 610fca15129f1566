create function cogo.price_at(model_id bigint, at timestamptz)
returns cogo.llm_prices
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  price cogo.llm_prices;
begin
  select known.* into price
  from cogo.llm_prices as known
  where known.model_id = price_at.model_id and known.valid_from <= price_at.at
  order by known.valid_from desc
  limit 1;
  return price;
end;
$$;

comment on function cogo.price_at(bigint, timestamptz) is
  'The price in force at that moment; null where none is known, which never means that it costs nothing.';

revoke execute on function cogo.price_at(bigint, timestamptz) from public;
