select plan(8);
select tests.as_operator();
select tests.refuses($$ select api.metrics_history('speed') $$, 'PT400', 'bad_argument', 'series');
select tests.refuses($$ select api.metrics_history(null) $$, 'PT400', 'bad_argument', 'series');
select tests.refuses($$ select api.metrics_history('depth', step => '5m') $$, 'PT400', 'bad_argument', 'step');
select tests.refuses($$ select api.metrics_history('depth', now() - interval '3 days') $$, 'PT400', 'bad_argument', 'since');
select tests.refuses($$ select api.metrics_history('depth', now(), now() - interval '1 hour') $$, 'PT400', 'bad_argument', 'since');
select tests.refuses($$ select api.metrics_history('depth', labels => '{"colour": "red"}') $$, 'PT400', 'bad_argument', 'labels');
select tests.refuses($$ select api.metrics_history('failed', labels => '{"by": "lane"}') $$, 'PT400', 'bad_argument', 'labels');
select is(
  jsonb_array_length(api.metrics_history('wait_p95', '2026-03-04 10:00:30+00', '2026-03-04 11:00+00') -> 'points'), 60,
  'a span of an hour has sixty points, also where nothing is known'
);
select * from finish();
