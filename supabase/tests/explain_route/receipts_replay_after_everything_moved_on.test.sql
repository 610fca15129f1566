select plan(6);
select tests.seed_random(0.5);
select tests.route_provider('alpha', 'bearer'), tests.route_provider('local', 'none', 'no_training');
select tests.route_model(case when n % 3 = 0 then 'alpha' else 'local' end, 'm' || n, 0.1 * n, jsonb_build_object(
  'quality', 0.3 + n / 20.0, 'region', (array['global', 'eu', 'us'])[1 + n % 3], 'context_tokens', 4000 * n)) from generate_series(1, 12) as n;
select api.publish_policy((api.create_policy('first', '{"quality": {"code": {"m3": 0.9}}, "epsilon": 0.1}') ->> 'policy_id')::bigint, 'live');

create function pg_temp.round(nth integer) returns void language plpgsql as $$
declare
  answer jsonb;
begin
  for turn in 1 .. 12 loop
    answer := api.select_route(
      'chat', (random() * 20000)::integer, case when turn % 3 = 0 then 500 end, case when turn % 7 = 0 then 'm' || turn % 13 end,
      case when turn % 5 = 0 then 2000 end, case when turn % 4 = 0 then 3 end, case when turn % 2 = 0 then '{code}' else '{}' end::text[],
      case when turn % 11 = 0 then 'eu' end, session => case when turn % 6 = 0 then 's' || turn end, cached_tokens => 100, critical => turn % 9 = 0
    );
    continue when answer ? 'refused';
    perform cogo.note_outcome((answer ->> 'model_id')::bigint, null, case when random() < 0.1 * nth then 'failed' else 'succeeded' end, null, null,
      (random() * 3000)::integer, (random() * 100)::real, cogo.now_());
  end loop;
  -- Everything moves on.
  perform tests.move_clock('7 seconds');
  insert into cogo.llm_prices (model_id, valid_from, input_price, output_price, source, source_sha256, imported_at)
  select model_id, cogo.now_(), (random() * 1e9)::bigint, (random() * 5e9)::bigint, 'test', '', cogo.now_() from cogo.llm_models where random() < 0.3;
  update cogo.llm_models set enabled = random() > 0.1, quality = random(), changed_at = cogo.now_() where random() < 0.3;
  perform cogo.tick_routes();
end;
$$;
select pg_temp.round(nth) from generate_series(1, 8) as nth;
select api.create_policy('second', '{"temperature": 1}', 'v1');
select api.record_router_report(min(policy_id), max(policy_id), (select jsonb_object_agg(gate, '{"passed": true}'::jsonb) from unnest('{determinism,constraints,cost,quality,report}'::text[]) as gate)) from cogo.routing_policies;
select api.publish_policy(max(policy_id), 'live') from cogo.routing_policies;

select cmp_ok((select count(*) from cogo.routing_decisions), '>', 60::bigint, 'receipts of a hundred requests, less those refused');
select is((select count(*) from cogo.routing_decisions as decision cross join lateral cogo.replay_route(decision) as again
  where (again.candidates, again.weights, again.choice) is distinct from (decision.candidates, decision.weights, decision.choice)), 0::bigint, 'each comes out as it was made');
select cmp_ok((select count(distinct snapshot_id) from cogo.routing_decisions), '>', 5::bigint, 'under many snapshots');
select cmp_ok((select count(distinct choice) from cogo.routing_decisions), '>', 5::bigint, 'of many models');
select is((select count(*) from (select decision_id from cogo.routing_decisions limit 20) as few where (api.explain_route(decision_id) #> '{replay,is_equal}')::boolean), 20::bigint, 'explain_route says so');
update cogo.routing_decisions set weights[1] = weights[1] + 1 where decision_id = (select max(decision_id::text)::uuid from cogo.routing_decisions);
select is((select (api.explain_route(max(decision_id::text)::uuid) #> '{replay,is_equal}')::boolean from cogo.routing_decisions), false, 'and sees a receipt that was changed');
update cogo.routing_decisions set weights[1] = weights[1] - 1 where decision_id = (select max(decision_id::text)::uuid from cogo.routing_decisions);
update cogo.routing_policies set live_at = '2020-01-01' where name = 'first';
select * from finish();
