select plan(4);

select tests.as_agent('00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-0000000000a1');
select tests.refuses($$ select api.metrics_history('depth', until => 'infinity') $$, 'PT400', 'bad_argument', 'until');
select tests.refuses($$ select api.metrics_history('depth', 'infinity', 'infinity') $$, 'PT400', 'bad_argument', 'until');
select tests.refuses($$ select api.metrics_history('depth', until => '294276-12-31 23:59') $$, 'PT400', 'bad_argument', 'until');
select tests.refuses($$ select api.metrics_history('depth', '-infinity') $$, 'PT400', 'bad_argument', 'since');

select * from finish();
