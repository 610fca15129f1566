select plan(6);

select tests.seed_random(0.5);
create temporary table delay (attempt integer, seconds numeric) on commit drop;
insert into delay
select attempt, extract(epoch from cogo.retry_delay(cogo.resolve_job_type('demo.a'), attempt))
from generate_series(1, 20) as attempt, generate_series(1, 200);

select is_empty(
  $$ select * from delay where seconds < least(60, 0.25 * 2 ^ (attempt - 1)) or seconds > least(60, 0.75 * 2 ^ (attempt - 1)) $$,
  'base * 2^(attempt - 1) * 0.5..1.5, never over 60 s'
);
select ok(
  (select bool_and(spread > 0.8) from (
    select (max(seconds) - min(seconds)) / (0.5 * 2 ^ (attempt - 1)) as spread from delay where attempt <= 6 group by attempt
  ) as spreads),
  'the jitter uses its range'
);
select is((select array_agg(distinct seconds) from delay where attempt >= 9), array[60::numeric], 'from the ninth on it is the cap');
select lives_ok($$ select cogo.retry_delay(cogo.resolve_job_type('demo.a'), 100) $$, 'a hundred attempts overflow nothing');

select tests.fix_random(0);
select is(cogo.retry_delay(cogo.resolve_job_type('demo.a'), 3), interval '1 second', 'the least for the third: 2 s * 0.5');
select tests.fix_random(0.999999999);
select ok(cogo.retry_delay(cogo.resolve_job_type('demo.a'), 3) between interval '2.99 seconds' and interval '3 seconds', 'the most: 2 s * 1.5');

select * from finish();
