select plan(19);
select tests.as_operator();
select api.import_catalogue(jsonb_build_object('source', 'a list', 'source_sha256', repeat('ab', 32), 'enable_new', false,
  'providers', '[{"provider": "acme", "name": "Acme", "api_format": "openai", "base_url": "https://api.acme.com/v1", "allowed_hosts": ["api.acme.com"]}]'::jsonb,
  'models', '[{"provider": "acme", "model": "a", "context_tokens": 1000}, {"provider": "acme", "model": "a", "region": "eu", "context_tokens": 1000},
    {"provider": "acme", "model": "b", "context_tokens": 1000, "enabled": true, "price": {"input_price": 1, "output_price": 2}}]'::jsonb));
select results_eq('select model, region, enabled, price ->> ''output_price'' from api.list_models()',
  $$ values ('a', 'eu', false, null), ('a', 'global', false, null), ('b', 'global', true, '2') $$, 'new ones wait unless they say otherwise');
select is(jsonb_array_length(api.set_model('acme', 'a', enabled => true)), 2, 'all regions at once');
select is(jsonb_array_length(api.set_model('acme', 'a', region => 'eu', quality => 0.75)), 1, 'or one');
select results_eq('select model, region, enabled, quality from api.list_models(''acme'', ''chat'')',
  $$ values ('a', 'eu', true, 0.75::real), ('a', 'global', true, 0.5::real), ('b', 'global', true, 0.5::real) $$, 'what was left out stays');
select tests.refuses($$ select api.set_model('acme', 'c', enabled => true) $$, 'PT404', 'model_not_found', 'acme/c');
select tests.refuses($$ select api.set_model('acme', 'a', quality => 1.5) $$, 'PT400', 'bad_argument', 'quality_is_a_share');
select tests.refuses($$ select api.set_model('acme', 'a', quality => 'NaN') $$, 'PT400', 'bad_argument', 'quality_is_a_share');
select is(api.set_provider('acme', enabled => false) ->> 'base_url', 'https://api.acme.com/v1', 'a provider is disabled, the rest stays');
select is((select count(*) from api.list_models(only_enabled => true)), 0::bigint, 'and so are its models');
select is((select count(*) from api.list_models(only_enabled => false)), 3::bigint, 'all of them');
select is((select enabled from api.list_providers()), false, 'the list tells it');
select api.set_provider('acme', enabled => true);
select is((select count(*) from api.list_models(only_enabled => true)), 3::bigint, 'enabled again, they are as they were');
select tests.refuses($$ select api.set_provider('nobody', enabled => true) $$, 'PT404', 'provider_not_found', 'nobody');
select tests.refuses($$ select api.set_provider('acme', base_url => 'https://evil.com') $$, 'PT400', 'bad_argument', 'evil.com', 'it may not leave its hosts');
select tests.refuses($$ select api.set_provider('acme', data_policy => 'trust me') $$, 'PT400', 'bad_argument', 'data_policy_is_known');
select tests.as_agent('11111111-1111-4111-8111-111111111111', '22222222-2222-4222-8222-222222222222');
select is((select count(*) from api.list_models()), 3::bigint, 'an agent sees the models');
select throws_ok($$ select api.set_model('acme', 'a', enabled => false) $$, '42501', null, 'but changes none');
select throws_ok($$ select * from api.list_providers() $$, '42501', null, 'nor sees how providers are reached');
select throws_ok($$ select api.import_catalogue('{}') $$, '42501', null, 'nor imports');
select * from finish();
