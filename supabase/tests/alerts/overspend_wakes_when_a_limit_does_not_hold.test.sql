select plan(3);
select tests.lay_model(), tests.as_operator(), tests.freeze_clock('2030-03-31 00:00+00');
select api.set_budget(1000, period => 'day', tenant_id => '11111111-1111-1111-1111-111111111111'), tests.reserve(1, 600), tests.as_owner();
select is(tests.alert('overspend'), 'ok', 'limits hold');
update cogo.budget_windows set ceiling_nano = 500;
select is(tests.alert('overspend'), 'firing/critical, told fired', 'a nano-dollar beyond one wakes');
update cogo.budget_windows set ceiling_nano = 1000;
select is(tests.alert('overspend', '1 minute', 6), 'ok, told recovered', 'within them it is over');
select * from finish();
