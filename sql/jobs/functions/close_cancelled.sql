create function cogo.close_cancelled(only_job_ids bigint[], at timestamptz, row_limit integer)
returns integer
language plpgsql
security definer
set search_path = ''
as $$
declare
  wanted bigint[];
  taken record;
  hard record;
  closed integer := 0;
  flows boolean;
begin
  select array_agg(pick.job_id) into wanted
  from (
    select cancels.job_id from cogo.cancels
    where close_cancelled.only_job_ids is null or cancels.job_id = any(close_cancelled.only_job_ids)
    order by cancels.job_id limit close_cancelled.row_limit
  ) as pick;
  if wanted is null then
    return 0;
  end if;

  -- Workflows come after claims: both kinds of jobs close before the first workflow is locked.
  flows := exists (select from cogo.step_jobs) and cogo.defer_flows();
  select array_agg(item.job_id) as job_ids, array_agg(item.attempt) as attempts into taken
  from cogo.take_unheld(wanted) as item;
  if taken.job_ids is not null then
    perform cogo.close_unheld(taken.job_ids, taken.attempts, close_cancelled.at);
    closed := cardinality(taken.job_ids);
  end if;

  select array_agg(held.job_id) as job_ids, array_agg(held.fence) as fences into hard
  from cogo.held join cogo.cancels on cancels.job_id = held.job_id
  where held.job_id = any(wanted) and cancels.hard;
  if hard.job_ids is not null then
    closed := closed + cogo.cancel_held(hard.job_ids, hard.fences, close_cancelled.at);
  end if;

  if flows then
    perform cogo.advance_deferred(close_cancelled.at);
  end if;
  -- A wish that came after the job had closed is void.
  perform cogo.forget_wishes(wanted);
  return closed;
end;
$$;

comment on function cogo.close_cancelled(bigint[], timestamptz, integer) is
  'Closes jobs with a wish to cancel: out of a lane, waiting or blocked at once, out of a worker''s hands when the wish is hard. Answers how many.';

revoke execute on function cogo.close_cancelled(bigint[], timestamptz, integer) from public;
