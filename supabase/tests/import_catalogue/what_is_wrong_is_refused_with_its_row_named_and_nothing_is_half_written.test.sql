select plan(43);
select tests.as_operator();
create function pg_temp.catalogue(model jsonb default '{}', provider jsonb default '{}', more jsonb default '{}') returns jsonb
language sql as $$
  select jsonb_build_object(
    'source', 'a list', 'source_sha256', repeat('ab', 32),
    'providers', jsonb_build_array('{"provider": "acme", "name": "Acme", "api_format": "openai", "base_url": "https://api.acme.com/v1", "allowed_hosts": ["api.acme.com"]}'
      || catalogue.provider),
    'models', jsonb_build_array('{"provider": "acme", "model": "good", "context_tokens": 1000}'::jsonb,
      '{"provider": "acme", "model": "bad", "context_tokens": 1000}' || catalogue.model)
  ) || catalogue.more
$$;
-- One assertion for each wrong thing in models[1].
create function pg_temp.refuses(model jsonb, field text, why text) returns text language sql as $$
  select tests.refuses(format('select api.import_catalogue(pg_temp.catalogue(%L))', model), 'PT400', 'bad_argument', field, why)
$$;
create function pg_temp.priced(price jsonb) returns jsonb language sql as $$
  select jsonb_build_object('price', '{"input_price": 1, "output_price": 1}' || price)
$$;
select pg_temp.refuses(pg_temp.priced('{"input_price": -1}'), 'models[1] (acme/bad).price.input_price', 'a negative price');
select pg_temp.refuses(pg_temp.priced('{"output_price": "NaN"}'), 'models[1] (acme/bad).price.output_price', 'a price that is no number');
select pg_temp.refuses(pg_temp.priced('{"output_price": "15"}'), '"15"', 'a price as text');
select pg_temp.refuses(pg_temp.priced('{"input_price": 10000000000001}'), 'input_price', 'an absurd price');
select pg_temp.refuses(pg_temp.priced('{"input_price": 1e300}'), 'input_price', 'a monstrous price');
select pg_temp.refuses(pg_temp.priced('{"input_price": 0.5}'), 'input_price', 'half a nano-dollar: another unit');
select pg_temp.refuses(pg_temp.priced('{"input_price": null}'), 'input_price', 'half a price');
select pg_temp.refuses('{"price": {"input_price": 1}}', 'output_price', 'a price without output');
select pg_temp.refuses('{"price": 3}', 'models[1] (acme/bad).price', 'a price that is no object');
select pg_temp.refuses(pg_temp.priced('{"cache_reed_price": 1}'), 'cache_reed_price', 'a stray price');
select pg_temp.refuses(pg_temp.priced('{"cache_read_price": true}'), 'cache_read_price', 'a boolean');
select pg_temp.refuses(pg_temp.priced('{"valid_from": "tomorrow or so"}'), 'models[1]', 'a moment that is none');
select pg_temp.refuses(pg_temp.priced('{"tiers": {"above": 1}}'), 'tiers', 'tiers that are no list');
select pg_temp.refuses(pg_temp.priced('{"tiers": [{"input_price": -1, "above": 5}]}'), 'input_price', 'a negative tier');
select pg_temp.refuses(pg_temp.priced('{"tiers": [{"input_price": 1}]}'), 'above', 'a tier without a bound');
select pg_temp.refuses(pg_temp.priced('{"tiers": [{"above": 5}]}'), 'tiers', 'a tier that changes nothing');
select pg_temp.refuses(pg_temp.priced('{"tiers": [{"above": 5, "input_price": 1, "price_id": 1}]}'), 'price_id', 'a tier that would be another row');
select pg_temp.refuses(pg_temp.priced('{"tiers": [7]}'), 'tiers', 'a tier that is no object');
select pg_temp.refuses('{"context_tokens": 0}', 'context_is_positive', 'no context');
select pg_temp.refuses('{"context_tokens": null}', 'context_tokens', 'an unknown context');
select pg_temp.refuses('{"context_tokens": "many"}', 'models[1] (acme/bad)', 'a context of words');
select pg_temp.refuses('{"context_tokens": 99999999999}', 'models[1] (acme/bad)', 'a context beyond integers');
select pg_temp.refuses('{"quality": "NaN"}', 'quality_is_a_share', 'a quality that is no number');
select pg_temp.refuses('{"service": "telepathy"}', 'service_is_known', 'an unknown service');
select pg_temp.refuses('{"region": "The Moon"}', 'region_is_a_word', 'an unknown place');
select pg_temp.refuses('{"capabilities": ["tools", "Drop Table"]}', 'capabilities', 'a capability that is no word');
select pg_temp.refuses('{"capabilities": ["tools", null]}', 'capabilities', 'a capability that is nothing');
select pg_temp.refuses('{"model": "a\nb"}', 'models[1]', 'a line break in a name');
select pg_temp.refuses('{"model": ""}', 'models[1]', 'an empty name');
select pg_temp.refuses('{"provider": "nobody"}', 'models[1] (nobody/bad).provider', 'a provider that is not there');
select pg_temp.refuses('{"contxt": 1}', 'models[1] (acme/bad).contxt', 'a stray field');
select pg_temp.refuses('{"model_id": 1}', 'model_id', 'a number of its own choice');
select pg_temp.refuses('{"model": "good"}', 'models[1]', 'a model told twice');
select tests.refuses($$ select api.import_catalogue(null) $$, 'PT400', 'bad_argument', 'catalogue');
select tests.refuses($$ select api.import_catalogue('[]') $$, 'PT400', 'bad_argument', 'catalogue');
select tests.refuses($$ select api.import_catalogue(pg_temp.catalogue(more => '{"source": ""}')) $$, 'PT400', 'bad_argument', 'source');
select tests.refuses($$ select api.import_catalogue(pg_temp.catalogue(more => '{"source_sha256": "abc"}')) $$, 'PT400', 'bad_argument', 'source_sha256');
select tests.refuses($$ select api.import_catalogue(pg_temp.catalogue(more => '{"models": 3}')) $$, 'PT400', 'bad_argument', 'models');
select tests.refuses($$ select api.import_catalogue(pg_temp.catalogue(more => '{"models": [3]}')) $$, 'PT400', 'bad_argument', 'models[0]');
select tests.refuses($$ select api.import_catalogue(pg_temp.catalogue(more => '{"enable_new": "maybe"}')) $$, 'PT400', 'bad_argument', 'enable_new');
select tests.refuses($$ select api.import_catalogue(pg_temp.catalogue(more => '{"prices": []}')) $$, 'PT400', 'bad_argument', 'prices');
select is_empty('select * from api.list_providers()', 'no provider came in');
select is_empty('select * from api.list_models()', 'and no model that stood before the wrong one');
select * from finish();
