select plan(8);
select tests.route_provider('local');
select tests.route_model('local', 'm' || n, n, jsonb_build_object('quality', 0.5 + n / 100.0)) from generate_series(1, 5) as n;
select api.publish_policy((api.create_policy('first', '{"temperature": 0.03, "epsilon": 0.1}') ->> 'policy_id')::bigint, 'live');
select api.select_route('chat', 2000) is not null as chosen;
create temp table receipt as select candidates, weights, (select sum(weight) from unnest(weights) as weight) as total from cogo.routing_decisions limit 1;

-- Every n-th point of the seed's upper bits: the share that falls on each candidate is its odds.
select is(
  (select bool_and(abs(drawn.share - weights[place] / total::numeric) < 0.0002)
    from receipt cross join lateral (
      select place, count(*) / 20000.0 as share
      from generate_series(0, 19999) as n cross join lateral cogo.draw_place(weights, (n * 4503599627370496::numeric / 20000)::bigint) as place group by place
    ) as drawn), true, 'what is drawn over all seeds is what was logged'
);
select is((select cogo.draw_place(weights, 0) from receipt), 1, 'the first seed is the first candidate''s');
select is((select cogo.draw_place(weights, 4503599627370495) from receipt), 5, 'the last seed is the last one''s');
select ok((select min(weight) >= total * 0.1 / 5 * 0.99 from receipt, unnest(weights) as weight group by total), 'nobody has less than epsilon / n');

-- Chi-square over real decisions; 4 degrees of freedom, 1 in 10,000 above 23.5. Repeatable.
select tests.seed_random(0.25);
create temp table drawn as select tests.routes($$'chat', 2000$$, 600) as counts;
create function pg_temp.chi(weights integer[]) returns numeric language sql as $$
  select sum((coalesce((counts ->> model.model)::numeric, 0) - 600.0 * weight / total) ^ 2 / (600.0 * weight / total))
  from drawn, receipt, unnest(receipt.candidates, chi.weights) as item (id, weight), cogo.llm_models as model where model.model_id = id
$$;
select ok(pg_temp.chi((select weights from receipt)) < 23.5, 'real decisions fall as the odds say');
select ok(pg_temp.chi((select array_agg((total / 5)::integer) from receipt, generate_series(1, 5))) > 23.5, 'and not evenly: the test can fail');
select is(
  (select array_agg(distinct weight) from unnest((select weights from cogo.rank_models(
    (select list from cogo.route_lists as list where size_class = 'small' and service = 'chat' and retired_at is null),
    (select context || '{"critical": true}' from cogo.routing_decisions limit 1)))) as weight where weight < (select total * 0.001 from receipt)) is not null,
  true, 'critical requests do not explore: the worst have next to nothing'
);
select is(cogo.mix_weights(array[0.5, 0.5, 0.5], array[false, false, false], array[100, 100, 100], 'v2', 0.05, 20) = array[201326592, 201326592, 201326592], true,
  'equal scores have equal odds');
select * from finish();
