create function cogo.walk_jobs(keep_seconds integer, at timestamptz, row_limit integer)
returns integer
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  due timestamptz := walk_jobs.at - make_interval(secs => walk_jobs.keep_seconds);
  walk cogo.retention_walks;
  step record;
  dropped integer := 0;
  before integer;
  is_done boolean := false;
begin
  select * into walk from cogo.retention_walks as known
  where known.keep_seconds = walk_jobs.keep_seconds and known.kind = 'jobs';
  -- Steps are counted, too: a way that is gone again may hold nothing to drop.
  for turn in 1 .. 50 loop
    exit when dropped >= walk_jobs.row_limit;
    step := cogo.next_events(walk.event_id, due, least(walk_jobs.row_limit - dropped, 1000), true);
    is_done := step.last_id is null;
    exit when is_done;
    walk.event_id := step.last_id;
    walk.walked_to := step.last_ts;
    before := dropped;
    dropped := dropped + cogo.drop_jobs(
      cogo.past_their_age(step.job_ids, walk_jobs.keep_seconds, walk_jobs.at), walk_jobs.at
    );
    if dropped > before then
      update cogo.retention as state set dropped_event_id = greatest(state.dropped_event_id, step.last_id);
    end if;
  end loop;
  if is_done then
    walk.walked_to := due;
  end if;
  update cogo.retention_walks as known set event_id = walk.event_id, walked_to = walk.walked_to
  where known.keep_seconds = walk.keep_seconds and known.kind = 'jobs';
  return dropped;
end;
$$;

comment on function cogo.walk_jobs(integer, timestamptz, integer) is
  'Goes on along the events of closed jobs as far as one age reaches and drops those whose type says so. Answers how many.';

revoke execute on function cogo.walk_jobs(integer, timestamptz, integer) from public;
