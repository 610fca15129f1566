select plan(9);

select tests.as_operator();
select is(
  (select api.register_worker('w', version => '1.0', prefetch_max => 5) - 'now'),
  '{"worker": "w", "executor": "default", "drain": false, "beat_seconds": 15, "prefetch_max": 5, "max_per_minute": null}',
  'a worker is told how it will be treated'
);
select api.drain_worker('w');
select is((select (api.register_worker('w', version => '1.1') ->> 'drain')), 'true', 'who was asked to drain and comes back is still asked');
select results_eq($$ select worker, version, prefetch_max, state from api.list_workers() $$,
  $$ values ('w', '1.1', null::integer, 'draining') $$, 'it is listed once, as it said last');
select api.unregister_worker('w');
select is((select (api.register_worker('w') ->> 'drain')), 'false', 'after a goodbye it begins anew');

select tests.refuses($$ select api.register_worker(null) $$, 'PT400', 'bad_argument', 'worker');
select tests.refuses($$ select api.register_worker('') $$, 'PT400', 'bad_argument', 'worker');
select tests.refuses($$ select api.register_worker('x', 'nowhere') $$, 'PT400', 'bad_argument', 'executor');
select tests.refuses($$ select api.register_worker('x', beat_seconds => 9) $$, 'PT400', 'bad_argument', 'beat');
select tests.refuses($$ select api.register_worker('x', capabilities => '[]') $$, 'PT400', 'bad_argument', 'capabilities');

select * from finish();
