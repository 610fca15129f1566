select plan(18);
create function pg_temp.price(prices jsonb) returns cogo.llm_prices language sql as $$
  select jsonb_populate_record(null::cogo.llm_prices, '{
    "price_id": 1, "input_price": 3000000000, "output_price": 15000000000, "request_price": 0, "tiers": []
  }' || price.prices)
$$;
select is(cogo.price_usage(pg_temp.price('{}'), '{"input_tokens": 1000000, "output_tokens": 1000000}'), 18000000000, 'three and fifteen dollars');
select is(cogo.price_usage(pg_temp.price('{"input_price": 1, "output_price": 1}'), '{"input_tokens": 1, "output_tokens": 1}'), 1::bigint,
  'two parts of a nano-dollar are one, not two');
select is(cogo.price_usage(pg_temp.price('{}'), '{}'), 0::bigint, 'nothing used costs nothing');
select is(cogo.price_usage(pg_temp.price('{"request_price": 7}'), '{}'), 7::bigint, 'but the request has its price');
select is(cogo.price_usage(pg_temp.price('{}'), '{"cache_read_tokens": 1000, "cache_write_tokens": 1000, "cache_write_1h_tokens": 1000}'),
  9000000::bigint, 'cached tokens without a price of their own cost as input');
select is(cogo.price_usage(pg_temp.price('{"cache_read_price": 300000000, "cache_write_price": 3750000000, "cache_write_1h_price": 6000000000}'),
  '{"input_tokens": 1000, "cache_read_tokens": 1000, "cache_write_tokens": 1000, "cache_write_1h_tokens": 1000}'),
  13050000::bigint, 'each has its own otherwise');
select is(cogo.price_usage(pg_temp.price('{"cache_write_price": 3750000000}'), '{"cache_write_1h_tokens": 1000}'), 3750000::bigint,
  'an hour of cache costs as five minutes where nothing else is known');
select is(cogo.price_usage(pg_temp.price('{}'), '{"output_tokens": 1000, "reasoning_tokens": 400}'), 15000000::bigint, 'reasoning is output');
select is(cogo.price_usage(pg_temp.price('{"reasoning_price": 30000000000}'), '{"output_tokens": 1000, "reasoning_tokens": 400}'), 21000000::bigint,
  'or has a price of its own');
select is(cogo.price_usage(pg_temp.price('{}'), '{"output_tokens": 100, "reasoning_tokens": 400}'), 6000000::bigint, 'and is never lost');
select is(cogo.price_usage(null::cogo.llm_prices, '{"input_tokens": 5}'), null, 'an unknown price is unknown');
select is(cogo.price_usage(cogo.price_at(-1, cogo.now_()), '{"input_tokens": 5}'), null, 'and so is one that was not found');
select is(cogo.estimate_nano(cogo.price_at(-1, cogo.now_()), 5, 0, 5), null, 'nor is it estimated');
select is(cogo.price_usage(pg_temp.price('{"input_price": 1000000000000000}'), '{"input_tokens": 1000000000}'), 1000000000000000000::bigint,
  'a billion tokens at a million dollars the million are no overflow');
select is(cogo.estimate_nano(pg_temp.price('{"cache_read_price": 300000000}'), 1000, 400, 100), 3420000::bigint, 'an estimate: 600 fresh, 400 cached');
select is(cogo.estimate_nano(pg_temp.price('{"cache_read_price": 300000000}'), 1000, 4000, null), 300000::bigint, 'no more is cached than there is');
select is(cogo.estimate_nano(pg_temp.price('{"reasoning_price": 30000000000}'), null, null, 1000), 30000000::bigint, 'output may all be reasoning');
select is(cogo.estimate_nano(pg_temp.price('{}'), -5, -5, -5), 0::bigint, 'and never less than nothing');
select * from finish();
