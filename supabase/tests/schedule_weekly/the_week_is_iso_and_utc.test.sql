select plan(6);

select is(cogo.iso_week('2026-12-31 23:59:59+00'), '2026-W53', '2026 has 53 weeks');
select is(cogo.iso_week('2027-01-03 12:00:00+00'), '2026-W53', 'its last week reaches into January');
select is(cogo.iso_week('2027-01-03 23:30:00-02'), '2027-W01', 'weeks begin on Monday, UTC');

select tests.as_operator();
select is(api.schedule_weekly() ->> 'iso_week', to_char(now() at time zone 'utc', 'IYYY-"W"IW'), 'no week means the current one');
select throws_ok($$ select api.schedule_weekly('.', '2025-W53') $$, 'PT400', null, '2025 has no week 53');
select throws_ok($$ select api.schedule_weekly('.', 'next week') $$, 'PT400', null, 'nonsense is no week');

select tests.as_owner();
select * from finish();
