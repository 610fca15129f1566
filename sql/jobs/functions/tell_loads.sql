create function cogo.tell_loads(job_ids bigint[], sign integer)
returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
  insert into cogo.tenant_loads (tenant_id, jobs)
  select job.tenant_id, count(*) * tell_loads.sign
  from cogo.jobs as job
  where job.id = any(tell_loads.job_ids)
    and exists (select from cogo.tenant_bounds as bound where bound.tenant_id is null or bound.tenant_id = job.tenant_id)
  group by job.tenant_id;
end;
$$;

comment on function cogo.tell_loads(bigint[], integer) is 'Tells that jobs were opened (1) or closed (-1), where their tenants are bounded.';

revoke execute on function cogo.tell_loads(bigint[], integer) from public;
