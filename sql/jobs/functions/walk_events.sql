create function cogo.walk_events(keep_seconds integer, at timestamptz, row_limit integer)
returns integer
language plpgsql
security definer
set search_path = ''
set enable_seqscan = off
set jit = off
as $$
#variable_conflict use_column
declare
  due timestamptz;
  walk cogo.retention_walks;
  step record;
  gone integer;
  dropped integer := 0;
  looked_at integer := 0;
begin
  -- A day behind the walk that drops the jobs: by then all that closed within a day of the event are gone.
  select least(walk_events.at - make_interval(secs => walk_events.keep_seconds), jobs.walked_to) - interval '1 day' into due
  from cogo.retention_walks as jobs where jobs.keep_seconds = walk_events.keep_seconds and jobs.kind = 'jobs';
  select * into walk from cogo.retention_walks as known
  where known.keep_seconds = walk_events.keep_seconds and known.kind = 'events';
  while looked_at < walk_events.row_limit loop
    step := cogo.next_events(walk.event_id, due, 4000, false);
    exit when step.last_id is null;
    walk.event_id := step.last_id;
    delete from cogo.events as event
    where event.id = any(step.event_ids)
      and not exists (select from cogo.jobs as job where job.id = any(event.job_ids));
    get diagnostics gone = row_count;
    dropped := dropped + gone;
    looked_at := looked_at + cardinality(step.event_ids);
  end loop;
  update cogo.retention_walks as known set event_id = walk.event_id, walked_to = due
  where known.keep_seconds = walk.keep_seconds and known.kind = 'events';
  return dropped;
end;
$$;

comment on function cogo.walk_events(integer, timestamptz, integer) is
  'Goes on along the events and drops those that name no job which is kept. Answers how many.';

revoke execute on function cogo.walk_events(integer, timestamptz, integer) from public;
