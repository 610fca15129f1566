create function cogo.complete(job_ids bigint[], fences bigint[], results jsonb[])
returns table (job_id bigint, outcome text)
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  tenant uuid := cogo.caller_tenant('jobs:work');
  at timestamptz := cogo.now_();
  held_fences bigint[] := complete.fences;
  checked boolean := false;
  done record;
begin
  if (cardinality(complete.job_ids) = cardinality(complete.fences) and cardinality(complete.job_ids) <= 1000) is not true then
    perform cogo.refuse_argument('job_ids and fences', 'they must be arrays of the same length, at most 1000');
  end if;

  if tenant is not null then
    held_fences := cogo.own_fences(complete.fences, tenant);
  end if;

  if exists (select from cogo.job_types as job_type where job_type.result_schema is not null) then
    checked := true;
    perform cogo.fail_broken_results(complete.job_ids, held_fences, complete.results, at);
  end if;

  select
    array_agg(hold.job_id) as job_ids,
    array_agg(hold.job_id) filter (where not hold.was_running) as unstarted,
    min(hold.fence) as fence,
    min(hold.worker) as worker
  into done
  from cogo.end_holds(
    complete.job_ids, held_fences, array_fill('succeeded'::text, array[cardinality(complete.job_ids)]),
    null, complete.results, at
  ) as hold;

  if cogo.fault('complete.ended') then end if;
  if done.job_ids is not null then
    if done.unstarted is not null then
      perform cogo.record_events(array['job_started'], done.unstarted, at, null, done.fence, done.worker);
    end if;
    perform cogo.record_events(array['job_succeeded'], done.job_ids, at, null, done.fence, done.worker);
    perform cogo.after_close(done.job_ids, at);
  end if;

  if cardinality(done.job_ids) = cardinality(complete.job_ids) then
    return query select item.job_id, 'succeeded'::text from unnest(complete.job_ids) as item (job_id);
  else
    return query select * from cogo.told_outcomes(complete.job_ids, held_fences, case when not checked then array['succeeded'] end);
  end if;
end;
$$;

comment on function cogo.complete(bigint[], bigint[], jsonb[]) is
  'Ends holds as succeeded. Per job: succeeded (also when this very call was made before) or lease_lost; retried, dead_lettered or cancelled where the result breaks the type''s result_schema.';

revoke execute on function cogo.complete(bigint[], bigint[], jsonb[]) from public;
grant execute on function cogo.complete(bigint[], bigint[], jsonb[]) to authenticated, service_role;
