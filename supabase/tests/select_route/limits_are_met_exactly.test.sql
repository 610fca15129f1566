select plan(10);
select tests.route_provider('local');
select tests.route_model('local', 'one', 1, '{"context_tokens": 8192, "max_output_tokens": 1000, "capabilities": []}');
select cogo.tick_routes();
select is(api.select_route('chat', 8192) ->> 'model', 'one', 'as much context as there is');
select is(api.select_route('chat', 8193) #>> '{refused,details}', 'no_candidate', 'one token more is refused');
select is(api.select_route('chat', 7192, 1000) ->> 'model', 'one', 'input and output together');
select is(api.select_route('chat', 7193, 1000) #>> '{refused,details}', 'no_candidate', 'are counted together');
select is(api.select_route('chat', 10, 1001) #> '{refused,rejected}', '{"max_output": 1}', 'a model''s output has its own limit');
select is(api.select_route('chat', 0) ->> 'estimate_nano', '4096000', 'no input at all: the policy''s output is held');
select is(api.select_route('chat', 1000, 1000) ->> 'estimate_nano', '5000000', 'what is held is what it may cost');
select is(api.select_route('chat', 1000, 1000, max_cost_nano => 5000000) ->> 'model', 'one', 'exactly the ceiling passes');
select is(api.select_route('chat', 1000, 1000, max_cost_nano => 4999999) #> '{refused,rejected}', '{"price_ceiling": 1}', 'a nano-dollar less does not');
select is(
  (select cardinality(candidates) || ' ' || (api.explain_route(decision_id) #>> '{candidates,0,odds}')::real from cogo.routing_decisions limit 1),
  '1 1', 'one candidate has all the odds'
);
select * from finish();
