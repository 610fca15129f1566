create function cogo.events_reach(since timestamptz, out first_id bigint, out covered_from timestamptz, out is_capped boolean)
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  -- Newest first along the primary key, so the cost is bounded whatever the window and the table's size.
  with newest as (
    select
      event.id,
      event.ts,
      event.ts >= events_reach.since as is_inside,
      row_number() over newest_first as place,
      sum(cardinality(event.job_ids)) over newest_first as jobs_so_far
    from (select * from cogo.events as each_event order by each_event.id desc limit 20000) as event
    window newest_first as (order by event.id desc rows unbounded preceding)
  )
  select
    min(newest.id) filter (where is_inside and (jobs_so_far <= 200000 or place = 1)),
    min(newest.ts) filter (where is_inside and (jobs_so_far <= 200000 or place = 1)),
    coalesce(bool_or(is_inside and jobs_so_far > 200000 and place > 1) or (count(*) = 20000 and bool_and(is_inside)), false)
  into first_id, covered_from, is_capped
  from newest;
  first_id := coalesce(first_id, 9223372036854775807);
  covered_from := case when is_capped then covered_from else events_reach.since end;
end;
$$;

comment on function cogo.events_reach(timestamptz) is
  'From which event on a window can be read within bounds: its first event, the time really covered, and whether 20,000 rows or 200,000 transitions cut it short.';

revoke execute on function cogo.events_reach(timestamptz) from public;
