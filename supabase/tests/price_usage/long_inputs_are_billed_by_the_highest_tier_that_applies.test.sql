select plan(7);
create function pg_temp.price() returns cogo.llm_prices language sql as $$
  select jsonb_populate_record(null::cogo.llm_prices, '{
    "price_id": 1, "input_price": 1000000, "output_price": 10000000, "cache_read_price": 100000, "request_price": 0,
    "tiers": [{"above": 1000, "input_price": 4000000}, {"above": 200, "input_price": 2000000, "output_price": 20000000}]
  }')
$$;
select is(cogo.price_usage(pg_temp.price(), '{"input_tokens": 200, "output_tokens": 10}'), 300::bigint, 'at the bound: the base');
select is(cogo.price_usage(pg_temp.price(), '{"input_tokens": 201, "output_tokens": 10}'), 602::bigint, 'above: all of it at the tier');
select is(cogo.price_usage(pg_temp.price(), '{"input_tokens": 1001, "output_tokens": 10}'), 4104::bigint, 'the highest, whatever the order; output as the base says');
select is(cogo.price_usage(pg_temp.price(), '{"input_tokens": 1, "cache_read_tokens": 200}'), 22::bigint, 'cached tokens count as input');
select is(cogo.estimate_nano(pg_temp.price(), 201, 200, 10), 222::bigint, 'estimates see the same tier');
select is(cogo.estimate_nano(pg_temp.price(), 200, 0, 10), 300::bigint, 'and the same bound');
select is((cogo.price_for_input(pg_temp.price(), 201)).price_id, 1::bigint, 'it is still the same price');
select * from finish();
