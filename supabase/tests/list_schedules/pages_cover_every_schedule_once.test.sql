select plan(6);

select tests.as_operator();
create temporary table start on commit drop as select tests.schedule('mail.a') as at;
select tests.schedule('mail.b');
select tests.schedule('other');
select is((select string_agg(list ->> 'name', ' ') from api.list_schedules(row_limit => 2) as list), 'mail.a mail.b', 'the first page');
select is(
  (select string_agg(list ->> 'name', ' ') from api.list_schedules(
    after_schedule_id => (select max((list ->> 'schedule_id')::bigint) from api.list_schedules(row_limit => 2) as list)
  ) as list),
  'other', 'and the rest'
);
select is((select count(*) from api.list_schedules('mail.')), 2::bigint, 'by prefix');
select tests.set_clock(at) from start;
select count(*) from (select cogo.tick_schedules()) as ticked;
select is((select list -> 'last_run' ->> 'state' from api.list_schedules('other') as list), 'started', 'with its last run');
select is((select (list ->> 'next_run_at')::timestamptz from api.list_schedules('other') as list), (select at + interval '1 minute' from start), 'and its next');
select tests.refuses($$ select api.list_schedules(row_limit => 0) $$, 'PT400', 'bad_argument', 'row_limit');

select * from finish();
