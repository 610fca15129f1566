select plan(11);
select is(api.select_route('chat', 10) #>> '{refused,details}', 'no_candidate', 'an empty catalogue has no candidate');
select is(api.select_route('chat', 10) #>> '{refused,code}', 'PT409', 'which is a refusal with a status');

select tests.route_provider('keyed', 'bearer'), tests.route_provider('local'), tests.route_provider('bare');
update cogo.llm_providers set auth_style = 'bearer' where provider = 'bare';
select tests.route_model('keyed', 'eu', 1, '{"region": "eu-west-1", "context_tokens": 8000}'), tests.route_model('local', 'plain', 1),
  tests.route_model('bare', 'a'), tests.route_model('bare', 'b'), tests.route_model('local', 'off', 1, '{"enabled": false}'),
  tests.route_model('local', 'gone', 1, '{"sunset_at": "2020-01-01"}'), tests.route_model('local', 'priceless', null);
select cogo.tick_routes();
select is(
  api.select_route('chat', 10, capabilities => '{levitation}') #> '{refused,rejected}',
  '{"no_key": 2, "capability": 2, "disabled": 1, "sunset": 1, "no_price": 1}', 'an unknown capability passes nobody; each is counted once'
);
select is(api.select_route('chat', 10, region => 'us') #> '{refused,rejected,region}', '2', 'a region that nobody serves is not relaxed');
select is(api.select_route('chat', 10, region => 'eu') ->> 'model', 'eu', 'a region holds those within it');
select is(api.select_route('chat', 10, region => 'e') #>> '{refused,details}', 'no_candidate', 'but not those whose name only begins so');
select is(api.select_route('chat', 9000, region => 'eu') #> '{refused,rejected,context}', '1', 'both hold at once');
select is(api.select_route('chat', 10, data_policy => 'no_training') #> '{refused,rejected,data_policy}', '2', 'a promise that nobody gave is not assumed');
select is(api.select_route('chat', 10, max_cost_nano => 1) #> '{refused,rejected,price_ceiling}', '2', 'nor is a ceiling raised');
select is(api.select_route('embeddings', 10) #>> '{refused,details}', 'no_candidate', 'another service has its own models');
select is((select count(*) from cogo.reservations), 1::bigint, 'refusals hold no money and leave no receipt');
select * from finish();
