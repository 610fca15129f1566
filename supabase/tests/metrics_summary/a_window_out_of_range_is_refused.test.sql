select plan(4);

select tests.as_operator();
select throws_ok('select api.metrics_summary(0)', 'PT400', 'Cannot accept window_minutes: it must be 1 to 10080 (a week)', 'none');
select throws_ok('select api.metrics_summary(10081)', 'PT400', null, 'more than a week');
select throws_ok('select api.metrics_summary(null)', 'PT400', null, 'null');
select lives_ok('select api.metrics_summary(10080)', 'a week is allowed');

select * from finish();
