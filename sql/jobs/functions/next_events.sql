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
set jit = off
as $$
declare
  -- No event up to here can appear any more: see cogo.fold_events.
  settled bigint := coalesce((select fold.folded_id from cogo.event_folds as fold), 0);
  event record;
  rows_left integer := 4000;
begin
  job_ids := '{}';
  event_ids := '{}';
  for event in
    select each_event.id, each_event.ts, each_event.type, each_event.job_ids from cogo.events as each_event
    where each_event.id > next_events.after_id and each_event.id <= settled
    order by each_event.id
  loop
    exit when event.ts >= next_events.due or rows_left = 0;
    if not next_events.only_closing or event.type in ('job_succeeded', 'job_failed', 'job_cancelled') then
      exit when cardinality(event_ids) > 0 and cardinality(job_ids) + cardinality(event.job_ids) > next_events.job_limit;
      job_ids := job_ids || event.job_ids;
      event_ids := event_ids || event.id;
    end if;
    last_id := event.id;
    last_ts := event.ts;
    rows_left := rows_left - 1;
  end loop;
end;
$$;

comment on function cogo.next_events(bigint, timestamptz, integer, boolean) is
  'The next settled events after an id that are older than a time (closing ones only, if so asked, the others passed over), and the jobs they name, up to job_limit. No last_id when the next one is younger.';

revoke execute on function cogo.next_events(bigint, timestamptz, integer, boolean) from public;
