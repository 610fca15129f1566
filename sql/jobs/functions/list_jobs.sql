create function cogo.list_jobs(only_state text, type_prefix text, before_job_id bigint, row_limit integer)
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
  newest bigint := coalesce(before_job_id - 1, pg_sequence_last_value('cogo.jobs_id_seq'::regclass), 0);
  oldest bigint := greatest(newest - 9999, 1);
begin
  if (only_state in ('queued', 'assigned', 'running', 'succeeded', 'failed', 'cancelled')) is false then
    perform cogo.refuse_argument('only_state', 'it must be queued, assigned, running, succeeded, failed or cancelled');
  end if;
  if row_limit is null or row_limit not between 1 and 1000 then
    perform cogo.refuse_argument('row_limit', 'it must be 1 to 1000');
  end if;

  -- A window of ids, not an index per filter: a page costs the same whoever asks and however many jobs there are.
  return query
  with page as (
    select found.*
    from cogo.job_states as found
    where found.job_id between oldest and newest
      and (tenant is null or found.tenant_id = tenant)
      and (only_state is null or found.state = only_state)
      and (type_prefix is null or starts_with(found.type, type_prefix))
    order by found.job_id desc
    limit row_limit
  )
  select
    page.job_id, page.id, page.tenant_id, page.type, page.executor, page.priority, page.state, page.attempt,
    page.created_at, page.finished_at, page.worker,
    case
      when (select count(*) from page) = row_limit then (select min(last.job_id) from page as last)
      when oldest > 1 then oldest
    end
  from page
  order by page.job_id desc;
end;
$$;

comment on function cogo.list_jobs(text, text, bigint, integer) is
  'A page of jobs, newest first. next_before_job_id is null on the last page.';

revoke execute on function cogo.list_jobs(text, text, bigint, integer) from public;
grant execute on function cogo.list_jobs(text, text, bigint, integer) to authenticated, service_role;
