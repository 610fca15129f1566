select plan(9);
select tests.route_provider('local');
select tests.route_model('local', 'm' || n, 1) from generate_series(1, 3) as n;
select cogo.tick_routes();
select tests.routes($$'chat', 100$$, 3);
select tests.lives_clean();
select tests.verify_tells($$update cogo.routing_policies set body = body || '{"temperature": 9}'$$, 'a version of a policy never changes', 'a policy that was changed');
select tests.verify_tells($$update cogo.route_lists set states = '{0}' where cardinality(model_ids) > 1$$, 'a list''s arrays are side by side', 'arrays of other lengths');
select tests.verify_tells($$insert into cogo.provider_health (model_id, state, retry_at, changed_at) select min(model_id), 'open', now() + interval '1 day', now() from cogo.llm_models$$,
  'an open breaker knows when it may be probed', 'a breaker that stays open for a day');
select tests.verify_tells($$update cogo.routing_decisions set choice = 0$$, 'a choice is one of its candidates', 'a choice of nobody');
select tests.verify_tells($$update cogo.routing_decisions set weights = '{0,0,0}'$$, 'a choice is one of its candidates', 'odds of nothing');
select tests.verify_tells($$delete from cogo.reservations$$, 'a decision holds its money', 'a decision without money');
select tests.verify_tells($$update cogo.routing_decisions set seed = (seed + 2251799813685248) % 4503599627370496$$, 'a receipt can be made again', 'another seed');
create function pg_temp.go_live() returns void language plpgsql as $$
begin
  perform api.create_policy('second', '{}');
  update cogo.routing_policies set state = 'retired' where name = 'default';
  update cogo.routing_policies set state = 'live', live_at = now() + interval '1 hour' where name = 'second';
end;
$$;
select tests.verify_tells('select pg_temp.go_live()', 'a live policy was the first or has a report that passed', 'a policy that went live by itself');
select * from finish();
