create function cogo.list_window(
  only_state text, type_prefix text, only_executor text, tenant uuid, since timestamptz, until timestamptz,
  oldest bigint, newest bigint, row_limit integer
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
begin
  return query
  with page as (
    select found.*
    from cogo.job_states as found
    where found.job_id between oldest and newest
      and (tenant is null or found.tenant_id = tenant)
      and (only_state is null or found.state = only_state)
      and (type_prefix is null or starts_with(found.type, type_prefix))
      and (list_window.only_executor is null or found.executor = list_window.only_executor)
      and (list_window.since is null or found.created_at >= list_window.since)
      and (list_window.until is null or found.created_at < list_window.until)
    order by found.job_id desc
    limit row_limit
  )
  select
    page.job_id, page.id, page.tenant_id, page.type, page.executor, page.priority, page.state, page.attempt,
    page.created_at, page.finished_at, page.worker,
    case
      when (select count(*) from page) = row_limit then nullif((select min(last.job_id) from page as last), 1)
      when oldest > 1 then oldest
    end
  from page
  order by page.job_id desc;
end;
$$;

comment on function cogo.list_window(text, text, text, uuid, timestamptz, timestamptz, bigint, bigint, integer) is
  'One window of cogo.list_jobs: the newest matching jobs between two ids, and where to go on.';

revoke execute on function cogo.list_window(text, text, text, uuid, timestamptz, timestamptz, bigint, bigint, integer) from public;
