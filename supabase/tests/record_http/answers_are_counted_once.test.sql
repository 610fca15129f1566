select plan(15);

create function pg_temp.line(more jsonb default '{}') returns jsonb language sql as $$
  select jsonb_build_array('{"function": "metrics", "route": "/summary", "status": "200", "ms": 300, "bins": [231, 265], "bin_counts": [2, 1], "places": [0, 0, 0, 0, 2, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]}'::jsonb || more);
$$;
create function pg_temp.sum(metric text) returns numeric language sql as $$
  select cogo.metric_sum(metric, cogo.now_() - interval '1 hour', cogo.now_() + interval '1 minute');
$$;

select tests.as_operator();
select is(api.record_http('00000000-0000-4000-8000-000000000001', pg_temp.line()), true, 'a flush is taken');
select is(api.record_http('00000000-0000-4000-8000-000000000001', pg_temp.line()), false, 'a repeated one is not');
select is(api.record_http('00000000-0000-4000-8000-000000000002', pg_temp.line('{"status": "503"}')), true, 'another is');
select tests.as_owner();
select cogo.fold_metric_notes(cogo.now_());
select cogo.fold_metric_notes(cogo.now_());
select is(pg_temp.sum('http_requests'), 6::numeric, 'each answer once');
select is(pg_temp.sum('http_errors'), 3::numeric, 'errors are those of 500 and above');
select is((select sum(one) from cogo.time_totals as total, unnest(total.buckets) as one where total.name = 'http'), 6::numeric, 'a histogram holds them');
select is((select total.ms from cogo.time_totals as total where total.labels ->> 'status' = '200'), 300::double precision, 'and their time, once');
select tests.as_operator();
select is(api.record_http('00000000-0000-4000-8000-000000000001', pg_temp.line()), false, 'repeated after the fold it still counts once');
select is(
  (select max((point ->> 'value')::numeric) from jsonb_array_elements(api.metrics_history('http_requests', labels => '{"function": "metrics", "status": "503"}') -> 'points') as point),
  3::numeric, 'history by function and status'
);
select tests.refuses($$ select api.record_http(null, '[]') $$, 'PT400', 'bad_argument', 'flush_id');
select tests.refuses($$ select api.record_http(gen_random_uuid(), '{}') $$, 'PT400', 'bad_argument', 'counts');
select tests.refuses($$ select api.record_http(gen_random_uuid(), pg_temp.line('{"bins": [1]}')) $$, 'PT400', 'bad_argument', 'counts');
select tests.refuses($$ select api.record_http(gen_random_uuid(), pg_temp.line('{"bins": ["x", 1]}')) $$, 'PT400', 'bad_argument', 'counts');
select tests.refuses($$ select api.record_http(gen_random_uuid(), pg_temp.line('{"function": "Bad Name"}')) $$, 'PT400', 'bad_argument', 'counts');
select tests.as_agent('aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa', '11111111-1111-4111-8111-111111111111');
select throws_ok($$ select api.record_http(gen_random_uuid(), '[]') $$, '42501', null, 'agents may not');
select tests.as_owner();
select * from finish();
