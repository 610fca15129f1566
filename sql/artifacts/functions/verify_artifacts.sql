create function cogo.verify_artifacts()
returns table (invariant text, problem text, sample jsonb)
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  return query
  select 'an artifact of a job goes with it and is its tenant''s', format('%s are not', count(*)), to_jsonb((array_agg(artifact.id))[1:5])
  from cogo.artifacts as artifact
  where artifact.run_id is null
    and not exists (select from cogo.jobs as job where job.id = artifact.job_id and job.tenant_id = artifact.tenant_id)
  having count(*) > 0
  union all
  select 'bytes lie in the folder of their tenant', format('%s lie in another''s', count(*)), to_jsonb((array_agg(artifact.id))[1:5])
  from cogo.artifacts as artifact
  where cogo.location_tenant(artifact.location) not in ('', artifact.tenant_id::text)
  having count(*) > 0
  union all
  select 'what is being swept has no row', format('%s have', count(*)), jsonb_agg(swept.location)
  from cogo.artifact_sweeps as swept
  where swept.doomed_at > cogo.now_() - interval '10 minutes'
    and exists (select from cogo.artifacts as artifact where artifact.location = swept.location)
  having count(*) > 0
  union all
  select 'where artifacts are kept, sweeps are planned', format('%s are kept and none is', count(*)), to_jsonb((array_agg(artifact.id))[1:5])
  from cogo.artifacts as artifact
  where artifact.run_id is null and not exists (select from cogo.artifact_rounds)
  having count(*) > 0;
end;
$$;

comment on function cogo.verify_artifacts() is 'The part of cogo.verify about artifacts: whose they are, and what a sweep may delete.';

revoke execute on function cogo.verify_artifacts() from public;
