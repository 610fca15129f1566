/** Models of all sorts, policies of both algorithms, two tenants, and what decides and moves on. */
export const lay = `
insert into cogo.llm_providers (provider, name, api_format, base_url, allowed_hosts, auth_style, data_policy, source, changed_at)
select 'p' || n, 'P' || n, 'openai', 'https://p' || n || '.example/v1', array['p' || n || '.example'], 'none',
  (array['any', 'no_training', 'zero_retention'])[1 + n % 3], 'test', cogo.now_()
from generate_series(1, 12) as n;
create procedure tests.add_models(many integer) language sql as $$
  with added as (
    insert into cogo.llm_models (provider, model, region, context_tokens, capabilities, quality, source, changed_at)
    select 'p' || (1 + floor(random() * 12)), 'm' || gen_random_uuid(), (array['global', 'eu', 'us'])[1 + floor(random() * 3)],
      4000 * (1 + floor(random() * 60)), (array['{tools}', '{tools,json}', '{vision,tools}', '{}'])[1 + floor(random() * 4)]::text[], random(), 'test', cogo.now_()
    from generate_series(1, many) returning model_id
  )
  insert into cogo.llm_prices (model_id, valid_from, input_price, output_price, cache_read_price, source, source_sha256, imported_at)
  select model_id, cogo.now_(), (random() * 1e9)::bigint, (random() * 5e9)::bigint, (random() * 1e8)::bigint, 'test', '', cogo.now_() from added;
$$;
create procedure tests.new_policy(tenant uuid) language plpgsql as $$
declare
  made bigint := (api.create_policy('p', jsonb_build_object('temperature', 0.02 + random(), 'epsilon', random() * 0.3,
    'weights', jsonb_build_object('cost', random(), 'latency', random()), 'quality', jsonb_build_object('code', '{"*": 0.5}'::jsonb)),
    case when random() < 0.3 then 'v1' else 'v2' end, tenant) ->> 'policy_id')::bigint;
  serving bigint := (select max(policy_id) from cogo.routing_policies where state = 'live' and tenant_id = tenant);
begin
  if serving is not null then
    perform api.record_router_report(serving, made, (select jsonb_object_agg(gate, '{"passed": true}'::jsonb)
      from unnest('{determinism,constraints,cost,quality,report}'::text[]) as gate));
  end if;
  perform api.publish_policy(made, 'live');
end $$;
create procedure tests.decide(many integer) language plpgsql as $$
declare
  answer jsonb;
  meant text;
begin
  for nth in 1 .. many loop
    meant := (select model from cogo.llm_models order by model_id offset floor(random() * 60) limit 1);
    answer := api.select_route(
      'chat', (random() * case when random() < 0.3 then 100000 else 8000 end)::integer, case when random() < 0.7 then 1 + (random() * 2000)::integer end,
      case when random() < 0.15 then meant end, case when random() < 0.2 then 100 + (random() * 5000)::integer end,
      case when random() < 0.3 then (random() * 5)::real end, case when random() < 0.4 then '{code}' else '{}' end::text[],
      case when random() < 0.1 then 'eu' end, case when random() < 0.1 then 'no_training' end,
      case when random() < 0.2 then '{tools}' else '{}' end::text[], case when random() < 0.3 then 's' || floor(random() * 20) end,
      cached_tokens => case when random() < 0.3 then (random() * 500)::integer end, critical => random() < 0.1,
      max_cost_nano => case when random() < 0.1 then (random() * 1e7)::bigint end,
      tenant_id => case when random() < 0.5 then '30000000-0000-4000-8000-000000000001'::uuid end
    );
    continue when answer ? 'refused';
    if random() < 0.1 then
      perform api.next_route((answer ->> 'decision_id')::uuid, '{"attempt": 1, "http_status": 503}');
    else
      perform api.settle_route((answer ->> 'decision_id')::uuid, 1, '{"prompt_tokens": 10, "completion_tokens": 10}',
        case when random() < 0.2 then 'failed' else 'succeeded' end, case when random() < 0.2 then 500 end, (random() * 3000)::integer, 4000);
    end if;
  end loop;
end $$;
create procedure tests.move_on() language plpgsql as $$
begin
  perform tests.move_clock('7 seconds');
  insert into cogo.llm_prices (model_id, valid_from, input_price, output_price, source, source_sha256, imported_at)
  select model_id, cogo.now_(), (random() * 1e9)::bigint, (random() * 5e9)::bigint, 'test', '', cogo.now_() from cogo.llm_models where random() < 0.2;
  update cogo.llm_models set enabled = random() > 0.1, quality = random(), changed_at = cogo.now_() where random() < 0.2;
  if random() < 0.2 then
    call tests.add_models(5);
  end if;
  if random() < 0.2 then
    call tests.new_policy(case when random() < 0.5 then cogo.default_tenant() else '30000000-0000-4000-8000-000000000001' end);
  end if;
  perform cogo.tick_routes();
end $$;
call tests.add_models(80);
call tests.new_policy(cogo.default_tenant());
select cogo.tick_routes();
`;
