select plan(11);

select tests.fix_random(0.5);
select tests.freeze_clock(date_trunc('minute', now()));
create function pg_temp.depths() returns text language sql as $$
  select string_agg(concat_ws(' ', sample.labels ->> 'priority', left(sample.tenant_id::text, 1), sample.value), ', ' order by sample.labels ->> 'priority', sample.tenant_id)
  from cogo.gauge_samples as sample where sample.name = 'lane_depth' and sample.labels ->> 'executor' = 'default';
$$;
select api.enqueue_jobs('[{"type": "demo.a", "tenant_id": "aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa"}, {"type": "demo.a", "tenant_id": "aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa"},
  {"type": "demo.a", "tenant_id": "bbbbbbbb-bbbb-4bbb-8bbb-bbbbbbbbbbbb"}]');
select tests.move_clock('20 seconds');
select cogo.sample_gauges();
select is(pg_temp.depths(), 'bulk 0, normal a 2, normal b 1, urgent 0', 'each lane, by tenant where something is ready');
select ok((select bool_and(sample.value between 20 and 25) from cogo.gauge_samples as sample where sample.name = 'lane_age' and sample.tenant_id is not null), 'and the age of the oldest');
select api.claim_jobs('w', 3);
select cogo.sample_gauges();
select is(pg_temp.depths(), 'bulk 0, normal 0, urgent 0', 'each look replaces the one before');
select is(
  (select sum(sample.value) from cogo.gauge_samples as sample where sample.name = 'jobs' and sample.labels @> '{"executor": "default", "place": "assigned"}'),
  3::double precision, 'places as well'
);
select is(
  (select max((point ->> 'value')::numeric) from jsonb_array_elements(api.metrics_history('depth', labels => '{"executor": "default"}', until => cogo.now_() + interval '1 minute') -> 'points') as point),
  1.5, 'history tells the mean of the looks: three and none'
);
select is(
  (select line -> 'labels' from jsonb_array_elements(api.metrics_history('depth', labels => '{"by": "lane"}', until => cogo.now_() + interval '1 minute') -> 'lines') as line),
  '{"shard": "0", "executor": "default", "priority": "normal"}', 'a line a lane'
);
select ok(
  (select max((point ->> 'value')::numeric) from jsonb_array_elements(api.metrics_history('oldest_age_seconds', until => cogo.now_() + interval '1 minute') -> 'points') as point) between 19 and 25,
  'and the age of the oldest'
);

select api.enqueue_jobs(jsonb_agg('{"type": "demo.b"}'::jsonb)) from generate_series(1, 1000);
select api.enqueue_jobs(jsonb_agg('{"type": "demo.b"}'::jsonb)) from generate_series(1, 1000);
select api.enqueue_jobs(jsonb_agg('{"type": "demo.b"}'::jsonb)) from generate_series(1, 500);
select cogo.sample_gauges();
select is(pg_temp.depths(), 'bulk 0, normal 0 2000, normal 500, urgent 0', 'of a deep lane the first 2,000 are told by tenant, the others of none');
select ok((select bool_or(sample.is_capped) from cogo.gauge_samples as sample), 'which is said');
select tests.as_operator();
select is(
  (select sum((sample ->> 'value')::numeric) from jsonb_array_elements(api.metrics_gauges() -> 'samples') as sample where sample ->> 'name' = 'lane_depth'),
  2500::numeric, 'whoever scrapes reads what was sampled'
);
select tests.as_agent('aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa', '11111111-1111-4111-8111-111111111111');
select throws_ok('select api.metrics_gauges()', 'PT403', null, 'agents may not, as lanes are everybody''s');
select tests.as_owner();
select * from finish();
