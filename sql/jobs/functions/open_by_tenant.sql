create function cogo.open_by_tenant()
returns table (tenant_id uuid, jobs integer)
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
begin
  return query
  select job.tenant_id, count(*)::integer
  from (
    select ready.job_id from cogo.ready_messages() as ready
    union all select held.job_id from cogo.held
    union all select waiting.job_id from cogo.waiting
    union all select blocked.job_id from cogo.blocked
    union all select parked.job_id from cogo.parked
    union all select backlog.job_id from cogo.backlog
  ) as open_job
  join cogo.jobs as job on job.id = open_job.job_id
  where exists (select from cogo.tenant_bounds as bound where bound.tenant_id is null or bound.tenant_id = job.tenant_id)
  group by job.tenant_id;
end;
$$;

comment on function cogo.open_by_tenant() is
  'How many jobs each bounded tenant has open, counted. Those over the bound are not among them. Stable, so it sees what the calling query sees.';

revoke execute on function cogo.open_by_tenant() from public;
