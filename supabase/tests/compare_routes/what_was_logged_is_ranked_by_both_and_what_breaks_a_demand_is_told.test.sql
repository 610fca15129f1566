select plan(16);
select tests.seed_random(0.5);
select tests.route_provider('open'), tests.route_provider('strict', 'none', 'zero_retention');
select tests.route_model('open', 'cheap', 1, '{"quality": 0.4}'), tests.route_model('open', 'fine', 3, '{"quality": 0.8, "region": "eu-west-1"}'),
  tests.route_model('strict', 'safe', 5, '{"quality": 0.7, "region": "eu", "capabilities": ["tools", "vision"], "context_tokens": 32000}');
select api.publish_policy((api.create_policy('first', '{}', 'v1') ->> 'policy_id')::bigint, 'live');
create temp table second as select (api.create_policy('second', '{"epsilon": 0.1}') ->> 'policy_id')::bigint as id;
create function pg_temp.compared() returns setof jsonb language sql as $$
  select api.compare_routes((select policy_id from cogo.routing_policies where name = 'first'), (select id from second))
$$;

select throws_ok('select * from pg_temp.compared()', 'PT409', null, 'a draft has no lists to rank');
select api.publish_policy(id, 'shadow') from second;
select throws_ok('select api.compare_routes(1, 999)', 'PT404', null, 'a policy that is not there is named');
select throws_ok('select api.compare_routes(1, 1)', 'PT400', null, 'a policy is not compared with itself');

create temp table routed as
select api.select_route('chat', 4000, 500, session => 's' || n % 3) as route from generate_series(1, 4) as n;
select api.select_route('chat', 4000, 500, region => 'eu', data_policy => 'zero_retention', capabilities => '{vision}', max_cost_nano => 40000000);
select api.settle_route((route ->> 'decision_id')::uuid, 1, '{"input_tokens": 1000, "output_tokens": 100}', total_ms => 900) from routed limit 1;

select is((select count(*) from pg_temp.compared()), 5::bigint, 'every decision of either policy');
select is((select bool_and((row -> 'is_equal')::boolean) from pg_temp.compared() as row), true, 'each is made again as it was');
select is((select bool_and(row #> '{v2,violations}' = '[]') from pg_temp.compared() as row), true, 'and the other policy breaks nothing');
select is((select count(distinct row ->> 'session') from pg_temp.compared() as row), 4::bigint, 'turns of a session keep it; others stand for themselves');
select is(
  (select (row #> '{v1,costs}', row #> '{v1,weights}')::text from pg_temp.compared() as row where row -> 'outcome' <> 'null'),
  '("[1400000, 4200000, 7000000]","[1, 0, 0]")', 'costs are of the tokens that were used, at each model''s price'
);
select is(
  (select (row #> '{v2,costs}')::text from pg_temp.compared() as row where jsonb_array_length(row #> '{v2,candidates}') = 1),
  '[30000000]', 'or of those asked for; and what was demanded leaves one'
);

-- A list that is not what the catalogue says: the odds come from it, the verdict does not.
update cogo.route_lists set region_nos = array_fill(array_position(regions, 'eu')::smallint, array[cardinality(region_nos)]),
  data_ranks = array_fill(2::smallint, array[cardinality(data_ranks)])
where policy_id = (select id from second) and retired_at is null and size_class = 'small' and service = 'chat';
select is(
  (select count(*) from pg_temp.compared() as row where row #> '{v2,violations}' <> '[]'), 0::bigint,
  'nothing is broken while the capability still keeps the others out'
);
update cogo.route_lists set capabilities = array_fill(-1::bigint, array[cardinality(capabilities)])
where policy_id = (select id from second) and retired_at is null and size_class = 'small' and service = 'chat';
select is(
  (select array_agg(distinct item ->> 1 order by item ->> 1) from pg_temp.compared() as row, jsonb_array_elements(row #> '{v2,violations}') as item),
  '{data_policy,region}', 'a model that should not have passed is told with its reason'
);

create function pg_temp.broken(body jsonb, context jsonb) returns text language plpgsql as $$
declare
  policy bigint := api.create_policy('third', body) ->> 'policy_id';
begin
  return (
    select string_agg(model.model || ' ' || (item ->> 1), ', ' order by model.model)
    from jsonb_array_elements(cogo.route_violations(
      array(select model_id from cogo.llm_models), policy, '{"service": "chat", "context_tokens": 1000}'::jsonb || context, cogo.now_()
    )) as item join cogo.llm_models as model on model.model_id = (item -> 0)::bigint
  );
end;
$$;
select is(pg_temp.broken('{"allow": ["open/*"], "deny": ["*/fine"]}', '{}'), 'fine allow_list, safe allow_list', 'allow and deny');
select is(pg_temp.broken('{"regions": ["eu"]}', '{"region": "eu-west-1"}'), 'cheap region, safe region', 'the policy''s regions and the request''s');
select is(
  pg_temp.broken('{}', '{"context_tokens": 31000, "max_output_tokens": 2000, "max_cost_nano": 60000000}'),
  'fine price_ceiling, safe context', 'context, and the ceiling by the exact price'
);
select is(pg_temp.broken('{}', '{"capabilities": ["vision"]}'), 'cheap capability, fine capability', 'what it must be able to do');
select tests.as_agent('44444444-4444-4444-8444-444444444444', null);
select throws_ok('select api.compare_routes(1, 2)', '42501', null, 'agents do not compare');
select * from finish();
