select plan(4);
select tests.as_owner(), tests.freeze_clock('2030-01-01 12:00+00');
create or replace function cogo.level_audit(slo cogo.slos, at timestamptz) returns table (subject text, labels jsonb, value numeric, says text)
language plpgsql as 'begin perform 1 / 0; end';
-- All are judged: each round after the first judges what the first did.
select cogo.evaluate_alerts();
select tests.feed('http', '{"requests": 1000, "errors": 900}');
select is(tests.alert('availability'), 'firing/critical, told fired', 'others are judged');
select is((select string_agg(name || ': ' || problem, ' ') from cogo.slos where problem is not null), 'audit: division by zero (22012)', 'what is wrong with the one stands with it');
create or replace function cogo.level_audit(slo cogo.slos, at timestamptz) returns table (subject text, labels jsonb, value numeric, says text)
language sql as $$ select '', '{}'::jsonb, 0::numeric, 'fine' $$;
select is(tests.alert('audit'), 'ok', 'once it can be judged again');
select is((select count(*) from cogo.slos where problem is not null), 0::bigint, 'that is forgotten');
select * from finish();
