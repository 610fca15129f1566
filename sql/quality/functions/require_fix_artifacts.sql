create function cogo.require_fix_artifacts(run_id uuid, job_id bigint, names text[])
returns void
language plpgsql
stable
set search_path = ''
as $$
declare
  missing text;
begin
  select wanted.name into missing
  from unnest(require_fix_artifacts.names) as wanted (name)
  where not exists (
    select from cogo.artifacts as artifact
    where artifact.run_id = require_fix_artifacts.run_id and artifact.job_id = require_fix_artifacts.job_id
      and artifact.name = wanted.name
  )
  limit 1;

  if found then
    raise sqlstate 'PT400' using
      message = format('Cannot record gate fixes: the job has no artifact %L', missing),
      detail = 'bad_argument',
      hint = 'Call record_artifacts first; diff and artifacts are names of files of the same run and job.';
  end if;
end;
$$;

comment on function cogo.require_fix_artifacts(uuid, bigint, text[]) is
  'Refuses a fix that names a file which its job has not recorded.';

revoke execute on function cogo.require_fix_artifacts(uuid, bigint, text[]) from public;
