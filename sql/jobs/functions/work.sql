create function cogo.work(worker text, finished jsonb, renew bigint[], want integer, executor text)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  answer jsonb := jsonb_build_object('now', cogo.now_(), 'finished', '[]'::jsonb, 'renewed', '[]'::jsonb, 'jobs', '[]'::jsonb);
  ended jsonb;
  parted record;
  flows boolean;
begin
  if work.want is null or work.want not between 0 and 1000 then
    perform cogo.refuse_argument('want', 'it must be 0 to 1000');
  end if;
  -- Workflows come after all claims, and before new work is taken: a step that becomes ready now may be part of it.
  flows := exists (select from cogo.step_jobs) and cogo.defer_flows();
  if work.finished is not null and work.finished <> '[]' then
    parted := cogo.part_finished(work.finished);
    select coalesce(jsonb_agg(settled), '[]') into ended
    from (
      select job_id, outcome, null::timestamptz as retry_at from cogo.complete_jobs(parted.succeeded)
      union all
      select job_id, outcome, retry_at from cogo.fail_jobs(parted.failed)
      union all
      select job_id, outcome, null from cogo.release_jobs(parted.released)
    ) as settled;
    if parted.succeeded <> '[]' and exists (select from cogo.job_types as ruled where ruled.result_schema is not null) then
      ended := cogo.with_broken_results(ended, parted.succeeded);
    end if;
    answer := answer || jsonb_build_object('finished', ended);
  end if;

  if cardinality(work.renew) > 0 then
    select answer || jsonb_build_object('renewed', coalesce(jsonb_agg(renewal), '[]')) into answer
    from cogo.renew_claims(work.renew) as renewal;
  end if;

  if flows then
    perform cogo.advance_deferred(cogo.now_());
    perform cogo.defer_flows();
  end if;
  if work.want > 0 then
    select answer || jsonb_build_object('jobs', coalesce(jsonb_agg(job), '[]')) into answer
    from cogo.claim_jobs(work.worker, work.want, work.executor, true) as job;
    if exists (select from cogo.requests) then
      answer := answer || cogo.requests_in_hand(answer -> 'jobs');
    end if;
  end if;
  if flows then
    perform cogo.advance_deferred(cogo.now_());
  end if;
  -- Who was given jobs has been heard and is not draining: only an empty turn need be looked at.
  if answer -> 'jobs' = '[]' and exists (select from cogo.worker_devices as known where known.worker = work.worker) then
    answer := answer || cogo.device_orders(work.worker, cogo.now_());
  end if;
  return answer;
end;
$$;

comment on function cogo.work(text, jsonb, bigint[], integer, text) is
  'Finish, renew and claim in one transaction: what ends is settled before new work is taken.';

revoke execute on function cogo.work(text, jsonb, bigint[], integer, text) from public;
grant execute on function cogo.work(text, jsonb, bigint[], integer, text) to authenticated, service_role;
