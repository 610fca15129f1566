create function cogo.verify_quality()
returns table (invariant text, problem text, sample jsonb)
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  return query
  select 'a run has the verdict of its gates', format('%s runs have another', count(*)), to_jsonb((array_agg(run.id))[1:5])
  from cogo.quality_runs as run
  where run.verdict is not null and exists (select from cogo.gate_results as gate where gate.run_id = run.id)
    and run.verdict is distinct from (select told.verdict from cogo.quality_verdict(run.id) as told)
  having count(*) > 0
  union all
  select 'what a run holds is its tenant''s', format('%s rows are another''s', count(*)), to_jsonb((array_agg(held.run_id))[1:5])
  from (
    select gate.run_id, gate.tenant_id from cogo.gate_results as gate
    union all select artifact.run_id, artifact.tenant_id from cogo.artifacts as artifact
    union all select fix.run_id, fix.tenant_id from cogo.gate_fixes as fix
  ) as held
  join cogo.quality_runs as run on run.id = held.run_id
  where held.tenant_id <> run.tenant_id
  having count(*) > 0
  union all
  select 'a fix is called what its gates say', format('%s fixes are not', count(*)), to_jsonb((array_agg(fix.fix_id))[1:5])
  from cogo.gate_fixes as fix
  where fix.result <> cogo.fix_result(fix.gate, fix.before, fix.after, fix.applies)
  having count(*) > 0
  union all
  select 'a fix has its diff and its other artifacts', format('%s are missing', count(*)), to_jsonb((array_agg(fix.fix_id))[1:5])
  from cogo.gate_fixes as fix, unnest(fix.artifacts) as wanted (name)
  where not exists (
    select from cogo.artifacts as artifact
    where artifact.run_id = fix.run_id and artifact.job_id = fix.job_id and artifact.name = wanted.name
  )
  having count(*) > 0;
end;
$$;

comment on function cogo.verify_quality() is 'The part of cogo.verify about quality runs: verdicts, tenants, fixes and their files.';

revoke execute on function cogo.verify_quality() from public;
