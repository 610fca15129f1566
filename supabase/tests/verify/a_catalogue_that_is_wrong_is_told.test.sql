select plan(6);
select api.import_catalogue(jsonb_build_object('source', 'a list', 'source_sha256', repeat('ab', 32),
  'providers', '[{"provider": "acme", "name": "Acme", "api_format": "openai", "base_url": "https://api.acme.com/v1", "allowed_hosts": ["api.acme.com"]}]'::jsonb,
  'models', '[{"provider": "acme", "model": "a", "context_tokens": 1000,
    "price": {"input_price": 1, "output_price": 2, "tiers": [{"above": 10, "input_price": 2}]}}]'::jsonb));
select tests.verify_tells($$ update cogo.llm_providers set base_url = 'https://evil.com' $$,
  'a provider''s keys go to its allowed hosts alone', 'an address on another host');
select tests.verify_tells($$ update cogo.llm_providers set allowed_hosts = allowed_hosts || '169.254.169.254'::text $$,
  'a provider''s keys go to its allowed hosts alone', 'an address among the hosts');
select tests.verify_tells($$ update cogo.llm_prices set tiers = '[{"above": 10, "price_id": 7}]' $$,
  'a tier of a price says prices and where they begin', 'a tier that would be another price');
select tests.verify_tells($$ update cogo.llm_prices set tiers = '[{"input_price": 7}]' $$,
  'a tier of a price says prices and where they begin', 'a tier without a bound');
select tests.verify_tells($$ update cogo.llm_prices set tiers = '[{"above": 10, "input_price": -7}]' $$,
  'a tier of a price says prices and where they begin', 'a tier that pays');
select tests.lives_clean();
select * from finish();
