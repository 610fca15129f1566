select plan(20);
create function pg_temp.wrong(body jsonb, field text) returns text language sql as $$
  select tests.refuses(format('select api.create_policy(%L, %L)', 'p', body), 'PT400', 'bad_argument', field)
$$;
select pg_temp.wrong('{"weights": {"quality": 0, "cost": 0, "latency": 0}}', 'must not all be 0');
select pg_temp.wrong('{"weights": {"quality": "NaN"}}', 'weights.quality');
select pg_temp.wrong('{"weights": {"quality": -1}}', 'weights.quality');
select pg_temp.wrong('{"weights": {"quality": 1e300}}', 'weights.quality');
select pg_temp.wrong('{"weights": {"beauty": 1}}', 'beauty');
select pg_temp.wrong('{"temperature": 0}', 'temperature');
select pg_temp.wrong('{"temperature": "NaN"}', 'temperature');
select pg_temp.wrong('{"epsilon": 0.6}', 'epsilon');
select pg_temp.wrong('{"epsilon": -0.1}', 'epsilon');
select pg_temp.wrong('{"max_attempts": 1.5}', 'max_attempts');
select pg_temp.wrong('{"base_url": "https://evil.example"}', 'base_url');
select pg_temp.wrong('{"allow": [1]}', 'allow');
select pg_temp.wrong('{"allow": "*"}', 'allow');
select pg_temp.wrong('{"data_policy": "none"}', 'data_policy');
select pg_temp.wrong('{"quality": {"Code!": {}}}', 'Code!');
select pg_temp.wrong('{"quality": {"code": {"m": 2}}}', 'quality.code.m');
select pg_temp.wrong('{"max_cost_nano": "1"}', 'max_cost_nano');
select pg_temp.wrong('[]', 'object');
select tests.refuses($$select api.create_policy('A b', '{}')$$, 'PT400', 'bad_argument', 'name');
select tests.refuses($$select api.create_policy('p', '{}', 'v3')$$, 'PT400', 'bad_argument', 'algorithm');
select * from finish();
