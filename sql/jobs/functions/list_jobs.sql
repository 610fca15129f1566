create function cogo.list_jobs(
  only_state text, type_prefix text, before_job_id bigint, row_limit integer, only_executor text, only_tenant uuid,
  since timestamptz, until timestamptz
)
returns table (
  job_id bigint, id uuid, tenant_id uuid, type text, executor text, priority text, state text, attempt integer,
  created_at timestamptz, finished_at timestamptz, worker text, next_before_job_id bigint
)
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  tenant uuid := cogo.caller_tenant();
  newest bigint := coalesce(pg_sequence_last_value('cogo.jobs_id_seq'::regclass), 0);
  oldest bigint;
  floor_id bigint := 0;
  call_length constant interval := interval '10 minutes'; -- calls that overlap may take ids in another order than times
begin
  if (only_state in ('queued', 'assigned', 'running', 'succeeded', 'failed', 'cancelled')) is false then
    perform cogo.refuse_argument('only_state', 'it must be queued, assigned, running, succeeded, failed or cancelled');
  end if;
  if row_limit is null or row_limit not between 1 and 1000 then
    perform cogo.refuse_argument('row_limit', 'it must be 1 to 1000');
  end if;
  if before_job_id < 1 then
    perform cogo.refuse_argument('before_job_id', 'it must be a job id, 1 or more');
  end if;
  if tenant is not null and list_jobs.only_tenant <> tenant then
    perform cogo.refuse_argument('only_tenant', 'it comes from the token and may not be another');
  end if;
  newest := least(newest, before_job_id - 1, (cogo.ids_around(list_jobs.until + call_length)).high);
  if list_jobs.since is not null then
    floor_id := (cogo.ids_around(list_jobs.since - call_length)).low;
  end if;

  -- Windows of ids, not an index per filter, until something is found: a page costs about the same whoever asks.
  for turn in 1 .. case when tenant is null then 100 else 10 end loop
    -- Over what retention has dropped in one leap.
    newest := coalesce((select max(job.id) from cogo.jobs as job where job.id <= newest), 0);
    exit when newest <= floor_id;
    oldest := greatest(newest - 9999, floor_id + 1);
    return query select * from cogo.list_window(
      only_state, type_prefix, list_jobs.only_executor, coalesce(tenant, list_jobs.only_tenant), list_jobs.since,
      list_jobs.until, oldest, newest, row_limit
    );
    if found then
      return;
    end if;
    newest := oldest - 1;
  end loop;

  if newest > floor_id then
    next_before_job_id := oldest;
    return next;
  end if;
end;
$$;

comment on function cogo.list_jobs(text, text, bigint, integer, text, uuid, timestamptz, timestamptz) is
  'A page of jobs, newest first. next_before_job_id is null on the last page; a lone row without job_id says that a million jobs (for an agent: 100,000 of all tenants'') held no match.';

revoke execute on function cogo.list_jobs(text, text, bigint, integer, text, uuid, timestamptz, timestamptz) from public;
grant execute on function cogo.list_jobs(text, text, bigint, integer, text, uuid, timestamptz, timestamptz) to authenticated, service_role;
