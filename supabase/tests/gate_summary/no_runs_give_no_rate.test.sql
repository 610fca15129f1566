select plan(4);

select tests.as_operator();
select is(api.gate_summary() -> 'runs' -> 'pass_rate', 'null', 'no run, no rate');
select is(api.gate_summary() -> 'gates', '[]', 'no gate');
select throws_ok('select api.gate_summary(0)', 'PT400', null, 'a window of no days is refused');
select throws_ok('select api.gate_summary(367)', 'PT400', null, 'more than a year is refused');

select * from finish();
