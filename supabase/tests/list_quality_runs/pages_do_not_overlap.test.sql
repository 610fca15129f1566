select plan(6);

select tests.as_operator();
select api.schedule_weekly('.', format('2026-W%s', week)) from generate_series(10, 16) as week;
create temporary table first_page on commit drop as select * from api.list_quality_runs(row_limit => 3);
create temporary table second_page on commit drop as
select page.* from (select distinct next_before_run_id from first_page) as first_page,
  api.list_quality_runs(before_run_id => first_page.next_before_run_id, row_limit => 4) as page;

select is((select count(*) from first_page), 3::bigint, 'a page is as long as asked for');
select is((select count(*) from second_page), 4::bigint, 'the next has the rest');
select is(
  (select count(distinct run_id) from (table first_page union all table second_page) as both_pages), 7::bigint,
  'no run twice'
);
select ok(
  (select min(created_at) from first_page) >= (select max(created_at) from second_page), 'newest first'
);
select is((select count(next_before_run_id) from second_page), 0::bigint, 'the last page names no next one');
select results_eq(
  $$ select iso_week from api.list_quality_runs(only_iso_week => '2026-W12') $$, array['2026-W12'], 'one week'
);

select tests.as_owner();
select * from finish();
