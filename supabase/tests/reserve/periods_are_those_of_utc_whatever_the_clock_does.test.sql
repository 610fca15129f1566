select plan(12);
select tests.as_owner();
set local time zone 'Europe/Berlin';
create function pg_temp.at(period text, at timestamptz) returns text language sql security definer as $$
  select to_char(opens_at at time zone 'UTC', 'MM-DD HH24:MI') || ' ' || to_char(closes_at at time zone 'UTC', 'MM-DD HH24:MI')
  from cogo.window_span(period, at)
$$;
select tests.as_operator();
select is(pg_temp.at('day', '2026-03-29 00:59:59.999999+00'), '03-29 00:00 03-30 00:00', 'a day in which the session''s clock loses an hour has 24');
select is(pg_temp.at('day', '2026-10-25 00:30:00+00'), '10-25 00:00 10-26 00:00', 'and one in which it gains one too');
select is(pg_temp.at('hour', '2026-10-25 01:30:00+00'), '10-25 01:00 10-25 02:00', 'the hour that comes twice is two');
select is(pg_temp.at('month', '2026-01-31 23:30:00+00'), '01-01 00:00 02-01 00:00', 'a month ends in UTC, not where the session lives');
select is(pg_temp.at('month', '2028-02-29 12:00:00+00'), '02-01 00:00 03-01 00:00', 'a leap day');
select is(pg_temp.at('week', '2026-03-29 23:59:00+00'), '03-23 00:00 03-30 00:00', 'a week begins on Monday');

select tests.freeze_clock('2026-01-31 23:59:59+00');
select api.set_budget(100, period => 'month', tenant_id => '11111111-1111-1111-1111-111111111111');
select tests.reserve(1, 60);
select tests.move_clock('1 second');
select is(tests.reserve(2, 100) ->> 'outcome', 'reserved', 'the next month has its own account');
select tests.move_clock('-1 second');
select is(tests.reserve(3, 41) ->> 'outcome', 'budget_exceeded', 'a clock that goes back finds the old one as it was');
select is(tests.reserve(3, 40) ->> 'outcome', 'reserved', 'with what is left in it');
select tests.move_clock('1 second');
select is(tests.reserve(4, 1) ->> 'outcome', 'budget_exceeded', 'and nothing is doubled');
select tests.as_owner();
select is(cogo.free_reservation(tests.decision(1), 1), true, 'an old one is given back');
select is(tests.accounts(), '40/0/0 100/0/0', 'to the old month');
select * from finish();
