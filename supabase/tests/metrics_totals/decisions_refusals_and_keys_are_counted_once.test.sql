-- Each round must see the last one's transaction ended, so this file commits.
select plan(10);
select tests.as_owner();
create function pg_temp.totals() returns jsonb language sql as $$
  select jsonb_object_agg(counted.name || ' ' || (counted.labels - array['provider', 'region'])::text, counted.total) from cogo.call_totals as counted;
$$;

select tests.freeze_clock('2030-01-01');
select tests.route_provider('local'), tests.route_provider('alpha', 'bearer');
select tests.route_model('local', 'near', 1), tests.route_model('alpha', 'far', 100, '{"region": "eu"}');
select cogo.tick_routes();
select tests.routes($$'chat', 100, 100$$, 3);
select api.select_route('chat', 100, 100, region => 'mars') ->> 'refused' is not null as first, api.select_route('chat', 100, 100, region => 'mars') is not null as second;
select cogo.note_refusal('{"refused": {"details": "rate_limited", "rejected": {"alpha": "throttled"}}}');
select cogo.audit_key('open', null, 'test', cogo.now_()), cogo.audit_key('open', null, 'test', cogo.now_(), 'there is no such grant', false),
  cogo.audit_key('write', null, 'test', cogo.now_()), cogo.audit_key('break_glass', null, 'test', cogo.now_(), 'requested: a secret reason', false);
commit;

select is(cogo.fold_calls(), 3, 'refusals are folded at once');
select is(pg_temp.totals(), '{
  "refusals {\"reason\": \"no_candidate\"}": 2, "refusals {\"reason\": \"rate_limited\"}": 1,
  "rejections {\"reason\": \"region\"}": 4, "rejections {\"reason\": \"throttled\"}": 1
}', 'by word, and models by what stood in their way');
select is((select count(*) from cogo.refusal_notes), 0::bigint, 'and are gone');
select tests.move_clock('11 seconds');
commit;
select cogo.fold_calls();
commit;
select is((select count(*) from cogo.call_totals where name in ('decisions', 'key_reads')), 0::bigint, 'what may still appear waits');
select cogo.fold_calls();
commit;
select is(
  (select sum(counted.total) from cogo.call_totals as counted where counted.name = 'decisions' and counted.labels ->> 'policy' = 'default/1'),
  3::numeric, 'three decisions, by model and policy'
);
select cogo.fold_calls();
commit;
select is(pg_temp.totals() - (select array_agg(key) from jsonb_each(pg_temp.totals()) where key !~ '^key'), '{
  "key_reads {\"action\": \"open\"}": 1, "key_writes {\"action\": \"write\"}": 1, "key_failures {\"reason\": \"there is no such grant\"}": 1
}', 'keys: a read, a write, a failure; nobody''s own words are a label');
create temporary table before as select pg_temp.totals() as totals;
select cogo.fold_calls();
commit;
select cogo.fold_calls();
commit;
select is(pg_temp.totals(), (select totals from before), 'nothing is counted twice');

select tests.as_operator();
select ok(api.metrics_totals() -> 'counters' @> '[{"name": "refusals", "labels": {"reason": "rate_limited"}, "total": 1}]', 'the totals hold them');
select is(api.metrics_totals() -> 'routing' -> 'overspend_nano', '0', 'overspend is 0');
select is((api.metrics_totals() #>> '{routing,reservation_age_seconds}')::numeric, 11.0, 'the oldest open reservation is as old as the clock moved');
select tests.as_owner();
select * from finish();
