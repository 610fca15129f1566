create function cogo.next_events(
  after_id bigint, due timestamptz, job_limit integer, only_closing boolean,
  out last_id bigint, out last_ts timestamptz, out job_ids bigint[], out event_ids bigint[]
)
language plpgsql
stable
security definer
set search_path = ''
set enable_seqscan = off
set enable_bitmapscan = off
as $$
declare
  -- No event up to here can appear any more: see cogo.fold_events.
  settled bigint := coalesce((select fold.folded_id from cogo.event_folds as fold), 0);
begin
  if not exists (
    select from (
      select event.ts from cogo.events as event
      where event.id > next_events.after_id and event.id <= settled order by event.id limit 1
    ) as first where first.ts < next_events.due
  ) then
    return;
  end if;

  select
    max(told.id), max(told.ts),
    array_agg(distinct named.job_id) filter (where told.is_wanted),
    array_agg(distinct told.id) filter (where told.is_wanted)
  into last_id, last_ts, job_ids, event_ids
  from (
    select
      event.id, event.ts, event.job_ids, event.is_wanted,
      bool_and(event.ts < next_events.due) over in_order as is_due,
      coalesce(sum(cardinality(event.job_ids)) filter (where event.is_wanted) over in_order, 0) as jobs_so_far,
      row_number() over in_order as place
    from (
      select
        each_event.id, each_event.ts, each_event.job_ids,
        not next_events.only_closing or each_event.type in ('job_succeeded', 'job_failed', 'job_cancelled') as is_wanted
      from cogo.events as each_event
      where each_event.id > next_events.after_id and each_event.id <= settled
      order by each_event.id
      limit 4000
    ) as event
    window in_order as (order by event.id rows unbounded preceding)
  ) as told
  cross join lateral unnest(told.job_ids) as named (job_id)
  where told.is_due and (told.place = 1 or told.jobs_so_far <= next_events.job_limit);
end;
$$;

comment on function cogo.next_events(bigint, timestamptz, integer, boolean) is
  'The next settled events after an id that are older than a time, and the jobs they name (of closing events only, if so asked), up to job_limit. Nulls when the next one is younger.';

revoke execute on function cogo.next_events(bigint, timestamptz, integer, boolean) from public;
