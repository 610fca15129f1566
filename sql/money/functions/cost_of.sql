create function cogo.cost_of(
  held cogo.reservations, usage jsonb, status text, http_status integer, out cost_nano bigint, out is_estimate boolean
)
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  price cogo.llm_prices;
begin
  if cost_of.usage is not null and held.price_id is not null then
    select known.* into price from cogo.llm_prices as known where known.price_id = held.price_id;
    cost_nano := cogo.price_usage(price, cost_of.usage);
  end if;
  is_estimate := cost_nano is null;
  if cost_nano is null and cost_of.status <> 'succeeded' and cost_of.usage is null
    and (held.state in ('reserved', 'freed') or (cost_of.status = 'failed' and cost_of.http_status between 400 and 599)) then
    -- No key was released, or the provider refused: nothing was used.
    cost_nano := 0;
    is_estimate := false;
  end if;
  cost_nano := coalesce(cost_nano, held.estimate_nano);
end;
$$;

comment on function cogo.cost_of(cogo.reservations, jsonb, text, integer) is
  'What normalised usage costs by the price that the reservation saw; its estimate where usage or price is unknown; nothing where the provider refused or never was called.';

revoke execute on function cogo.cost_of(cogo.reservations, jsonb, text, integer) from public;
