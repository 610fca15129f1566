create function cogo.drop_jobs(job_ids bigint[], at timestamptz)
returns integer
language plpgsql
security definer
set search_path = ''
set enable_seqscan = off
set jit = off
as $$
#variable_conflict use_column
declare
  needed bigint[];
  victims bigint[];
  trail record;
begin
  if cardinality(drop_jobs.job_ids) = 0 then
    return 0;
  end if;
  -- A letter in somebody's hands is being redriven or discarded: it is asked again in the next round.
  needed := cogo.needed_closed(drop_jobs.job_ids) || array(
    select letter.job_id from cogo.dead_letters as letter where letter.job_id = any(drop_jobs.job_ids)
    except all
    select locked.job_id from (
      select letter.job_id from cogo.dead_letters as letter
      where letter.job_id = any(drop_jobs.job_ids) for update skip locked
    ) as locked
  );
  insert into cogo.kept_back as kept (job_id, checked_at)
  select distinct each_needed.job_id, drop_jobs.at from unnest(needed) as each_needed (job_id)
  on conflict (job_id) do update set checked_at = excluded.checked_at;
  victims := array(
    select given.job_id from unnest(drop_jobs.job_ids) as given (job_id) where given.job_id <> all(needed) order by given.job_id
  );
  if cardinality(victims) = 0 then
    return 0;
  end if;

  trail := cogo.long_trail(victims);
  if exists (select from cogo.artifact_rounds) then
    delete from cogo.artifacts as artifact where artifact.job_id = any(victims) and artifact.run_id is null;
  end if;
  delete from cogo.attempts as ended where ended.job_id = any(victims);
  delete from cogo.dead_letters as letter where letter.job_id = any(victims);
  delete from cogo.cancels as wish where wish.job_id = any(victims);
  delete from cogo.kept_back as kept where kept.job_id = any(victims);
  delete from cogo.jobs as job where job.id = any(victims);
  update cogo.retention as state set last_dropped_id = greatest(state.last_dropped_id, victims[cardinality(victims)]);
  if trail.job_ids is not null then
    delete from cogo.events as event
    where event.ts = any(trail.times) and event.job_ids && trail.job_ids
      and not exists (select from cogo.jobs as job where job.id = any(event.job_ids));
  end if;
  return cardinality(victims);
end;
$$;

comment on function cogo.drop_jobs(bigint[], timestamptz) is
  'Drops closed jobs with all that is known of them; those that something open needs are kept back. Answers how many went.';

revoke execute on function cogo.drop_jobs(bigint[], timestamptz) from public;
