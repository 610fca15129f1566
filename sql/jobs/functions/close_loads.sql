create function cogo.close_loads(job_ids bigint[], at timestamptz)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  tenant uuid;
  bound cogo.tenant_bounds;
  room bigint;
begin
  perform cogo.tell_loads(close_loads.job_ids, -1);
  if not exists (select from cogo.over_bound) then
    return;
  end if;
  for tenant in
    select distinct job.tenant_id from cogo.jobs as job
    where job.id = any(close_loads.job_ids)
      and exists (select from cogo.over_bound as later where later.tenant_id = job.tenant_id)
  loop
    bound := cogo.bound_of(tenant);
    room := case when bound.policy is null then 1000 else bound.max_open - cogo.tenant_load(tenant) end;
    if room > 0 then
      perform cogo.let_in(tenant, room, close_loads.at);
    end if;
  end loop;
end;
$$;

comment on function cogo.close_loads(bigint[], timestamptz) is
  'What follows for bounded tenants when jobs close: they have fewer open, and those that waited for that become ready.';

revoke execute on function cogo.close_loads(bigint[], timestamptz) from public;
