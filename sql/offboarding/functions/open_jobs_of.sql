create function cogo.open_jobs_of(tenant_id uuid, after bigint, row_limit integer, out ids bigint[], out last_id bigint)
language plpgsql
stable
security definer
set search_path = ''
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
set jit = off
as $$
#variable_conflict use_column
begin
  with looked as materialized (
    select job.id, job.tenant_id from cogo.jobs as job where job.id > open_jobs_of.after order by job.id limit open_jobs_of.row_limit
  ),
  open as (
    select looked.id from looked
    where looked.tenant_id = open_jobs_of.tenant_id
      and not exists (select from cogo.attempts as final where final.job_id = looked.id and final.final)
    order by looked.id limit 1000
  )
  select (select array_agg(open.id order by open.id) from open), case
    when (select count(*) from open) = 1000 then (select max(open.id) from open)
    when (select count(*) from looked) = open_jobs_of.row_limit then (select max(looked.id) from looked)
  end into ids, last_id;
end;
$$;

comment on function cogo.open_jobs_of(uuid, bigint, integer) is
  'The open jobs of a tenant among the next ones behind an id, 1000 at most, and up to which id it looked; null = to the end.';

revoke execute on function cogo.open_jobs_of(uuid, bigint, integer) from public;
