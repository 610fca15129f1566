select plan(8);
select tests.seed_random(0.5);
select tests.route_provider('open');
select tests.route_model('open', 'steep', 1, '{"quality": 0.9}'), tests.route_model('open', 'plain', 2, '{"quality": 0.5}'),
  tests.route_model('open', 'poor', 2, '{"quality": 0.3}');
-- Lists know the price of a typical request of their size, 4,000 tokens; this one is longer.
update cogo.llm_prices set tiers = '[{"above": 5000, "input_price": 9000000000}]'
where model_id = (select model_id from cogo.llm_models where model = 'steep');
select api.publish_policy((api.create_policy('first', '{"epsilon": 0.1}') ->> 'policy_id')::bigint, 'live');
select api.publish_policy((api.create_policy('second', '{"epsilon": 0.2}') ->> 'policy_id')::bigint, 'shadow');
create temp table ids as select min(policy_id) as v1, max(policy_id) as v2,
  (select model_id from cogo.llm_models where model = 'steep') as steep, (select model_id from cogo.llm_models where model = 'poor') as poor
from cogo.routing_policies;

select api.select_route('chat', 7000, 100, max_cost_nano => 20000000);
create temp table over_it as select row from ids, api.compare_routes(v1, v2) as row;
select is((select (row -> 'is_passed')::boolean from over_it), (select choice <> candidates[1] and context ? 'passed' from cogo.routing_decisions), 'whether it was passed over is told');
select is((select row #> '{v2,candidates}' @> to_jsonb(steep) from over_it, ids), false, 'who costs too much by the exact price would not be called');
select is((select row #> '{v2,violations}' from over_it), '[]', 'so nothing is broken');
select is(
  (select sum(weight::numeric) from over_it, jsonb_array_elements_text(row #> '{v2,weights}') as weight),
  (select sum(weight) from cogo.routing_decisions as decision, ids, cogo.policy_list(v2, '{"service": "chat", "context_tokens": 7100}', cogo.now_()) as list,
    cogo.rank_models(list, cogo.context_for(list, decision)) as ranked, unnest(ranked.weights) as weight)::numeric,
  'its odds fall to the best of the others'
);

select api.select_route('chat', 1000, 100, intended_model => 'poor', session => 's');
create temp table named as select row from ids, api.compare_routes(v1, v2, max_count => 1) as row;
select is((select (row #> '{v2,candidates,0}')::bigint from named), (select poor from ids), 'the newest first; a model that was named leads the other policy too');
select is((select row #>> '{v2,weights,1}' from named), '0', 'and the others only follow it');
select is(
  (select count(*) from ids, api.compare_routes(v1, v2, before => (select (row ->> 'decision_id')::uuid from named))),
  1::bigint, 'before continues a page'
);
select is((select count(*) from ids, api.compare_routes(v1, v2, since => cogo.now_() + interval '1 hour')), 0::bigint, 'since leaves out what was before');
select * from finish();
