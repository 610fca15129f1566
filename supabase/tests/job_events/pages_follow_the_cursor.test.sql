select plan(4);

select tests.as_operator();
create temporary table hold on commit drop as select * from tests.hold();
select count(*) from hold, api.complete(array[hold.job_id], array[hold.fence]);
create temporary table page on commit drop as
  with recursive page as (
    select 1 as nth, event.id, event.type from hold, lateral (select * from api.job_events(hold.job_id, null, 1)) as event
    union all
    select nth + 1, event.id, event.type from page, hold, lateral (select * from api.job_events(hold.job_id, page.id, 1)) as event
  )
  select * from page;
select is((select string_agg(type, ' ' order by nth) from page), 'job_enqueued job_claimed job_started job_succeeded', 'one at a time, each once');
select tests.refuses($$ select events.* from hold, api.job_events(hold.job_id, null, 0) as events $$, 'PT400', 'bad_argument', 'row_limit');
select tests.refuses($$ select events.* from hold, api.job_events(hold.job_id, null, 1001) as events $$, 'PT400', 'bad_argument', 'row_limit');
select tests.refuses($$ select events.* from hold, api.job_events(hold.job_id, null, null) as events $$, 'PT400', 'bad_argument', 'row_limit');

select * from finish();
