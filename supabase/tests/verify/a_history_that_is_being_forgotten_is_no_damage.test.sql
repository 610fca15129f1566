select plan(2);

select tests.as_owner(), tests.freeze_clock('2026-03-04 12:30:00+00');
select tests.feed_times('wait', 3, 1, '10 minutes', labels => jsonb_build_object('executor', 'default', 'type', 'demo.' || type))
from unnest('{a,b,c,d,e,f}'::text[]) as type;
select tests.move_clock('1 day');
select cogo.roll_up_metrics();
select tests.move_clock('3 days');
create function pg_temp.told() returns bigint language plpgsql as $$
begin
  perform cogo.forget_metrics(1);
  return (select count(*) from cogo.verify_metrics());
end;
$$;
select is(
  (select sum(pg_temp.told()) from generate_series(1, 14)), 0::numeric,
  'whichever minutes go first, what they were held against may go before them'
);
select is((select count(*) from cogo.metric_rows where step = '1m'), 0::bigint, 'until all of them are gone');
select * from finish();
