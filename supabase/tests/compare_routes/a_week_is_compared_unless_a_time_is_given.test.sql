select plan(3);
select tests.freeze_clock('2030-01-01');
select tests.route_provider('local');
select tests.route_model('local', 'm', 1);
select cogo.tick_routes();
create temp table second as select (api.create_policy('second', '{"epsilon": 0.1}') ->> 'policy_id')::bigint as id;
select api.publish_policy(id, 'shadow') from second;
select api.select_route('chat', 100) is not null;
create function pg_temp.compared(since timestamptz default null) returns bigint language sql as $$
  select count(*) from api.compare_routes((select policy_id from cogo.routing_policies where state = 'live'), (select id from second), since)
$$;
select is(pg_temp.compared(), 1::bigint, 'what was decided this week');
select tests.move_clock('8 days');
select is(pg_temp.compared(), 0::bigint, 'what is older is left out');
select is(pg_temp.compared(cogo.now_() - interval '9 days'), 1::bigint, 'unless it is asked for');
select * from finish();
