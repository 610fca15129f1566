select plan(23);
select tests.as_operator();
create function pg_temp.catalogue(price jsonb default '{"input_price": 3000000000, "output_price": 15000000000}', more jsonb default '{}') returns jsonb
language sql as $$
  select jsonb_build_object(
    'source', 'price list of 2026-11-01', 'source_sha256', repeat('ab', 32),
    'providers', '[{"provider": "acme", "name": "Acme", "api_format": "openai", "base_url": "https://api.acme.com/v1", "allowed_hosts": ["api.acme.com"]}]'::jsonb,
    'models', jsonb_build_array('{"provider": "acme", "model": "a-1", "context_tokens": 200000, "capabilities": ["tools"]}'
      || catalogue.more || jsonb_build_object('price', catalogue.price))
  )
$$;
select tests.freeze_clock('2026-11-01T00:00:00Z');
select results_eq($$ select answer -> 'providers_added', answer -> 'models_added', answer -> 'prices_added', jsonb_array_length(answer -> 'changes')
  from api.import_catalogue(pg_temp.catalogue()) as answer $$, $$ values ('1'::jsonb, '1'::jsonb, '1'::jsonb, 3) $$, 'all is new');
select is(api.import_catalogue(pg_temp.catalogue()) -> 'changes', '[]'::jsonb, 'the same again: no change');
select tests.move_clock('1 day');
select is(api.import_catalogue(pg_temp.catalogue()) -> 'changes', '[]'::jsonb, 'nor the day after');
select is((api.import_catalogue(pg_temp.catalogue() || jsonb_build_object('source_sha256', repeat('cd', 32)))) -> 'changes', '[]'::jsonb,
  'nor from another file that says the same');
select is(api.import_catalogue(pg_temp.catalogue(null)) #>> '{unknown_prices}', '1', 'a price that is not told is counted');
select isnt((select price from api.list_models()), null, 'and the known one stays');

select is(api.import_catalogue(pg_temp.catalogue('{"input_price": 2000000000, "output_price": 10000000000}'), dry_run => true) -> 'prices_changed', '1'::jsonb,
  'a dry run tells the change');
select is((select price ->> 'input_price' from api.list_models()), '3000000000', 'and undoes it');
select results_eq($$ select answer -> 'prices_changed', answer -> 'models_changed', answer #> '{changes,0,before,input_price}', answer #> '{changes,0,after,input_price}'
  from api.import_catalogue(pg_temp.catalogue('{"input_price": 2000000000, "output_price": 10000000000}')) as answer $$,
  $$ values ('1'::jsonb, '0'::jsonb, '3000000000'::jsonb, '2000000000'::jsonb) $$, 'a new price is one change');
select is((select price ->> 'input_price' from api.list_models()), '2000000000', 'and holds');
select tests.as_owner();
select results_eq($$ select input_price, valid_from from cogo.llm_prices order by price_id $$,
  $$ values (3000000000, '2026-11-01T00:00:00Z'::timestamptz), (2000000000, '2026-11-02T00:00:00Z') $$, 'the old row stays as it was');
select is((cogo.price_at((select model_id from cogo.llm_models), '2026-11-01T23:59:59Z')).input_price, 3000000000, 'who decided before pays the old price');
select is((cogo.price_at((select model_id from cogo.llm_models), '2026-10-31T23:59:59Z')).price_id, null, 'before it there was none');
select is((select count(distinct (source, source_sha256)) from cogo.llm_prices), 1::bigint, 'each row knows its file');

select tests.as_operator();
select api.import_catalogue(pg_temp.catalogue('{"input_price": 1, "output_price": 1}'));
select tests.move_clock('1 second');
select is((select price ->> 'input_price' from api.list_models()), '1', 'two changes at one moment: the later holds');
select is(api.import_catalogue(pg_temp.catalogue('{"input_price": 5, "output_price": 5, "valid_from": "2026-12-01T00:00:00Z"}')) -> 'prices_changed', '1'::jsonb,
  'a price is announced');
select is((select price ->> 'input_price' from api.list_models()), '1', 'it does not hold yet');
select is(api.import_catalogue(pg_temp.catalogue('{"input_price": 5, "output_price": 5, "valid_from": "2026-12-01T00:00:00Z"}')) -> 'changes', '[]'::jsonb,
  'announced again: no change');
select tests.refuses($$ select api.import_catalogue(pg_temp.catalogue('{"input_price": 6, "output_price": 5, "valid_from": "2026-12-01T00:00:00Z"}')) $$,
  'PT400', 'bad_argument', 'announced', 'what was announced is not rewritten');
select tests.freeze_clock('2026-12-01T00:00:00Z');
select is((select price ->> 'input_price' from api.list_models()), '5', 'from its moment on it holds');

select api.set_model('acme', 'a-1', enabled => false, quality => 0.9);
select is(api.import_catalogue(pg_temp.catalogue('{"input_price": 5, "output_price": 5}')) -> 'changes', '[]'::jsonb, 'what an operator set outlives an import');
select is(api.import_catalogue(pg_temp.catalogue('{"input_price": 5, "output_price": 5}', '{"quality": 0.7}')) -> 'models_changed', '1'::jsonb,
  'unless the catalogue says otherwise');
select tests.lives_clean();
select * from finish();
