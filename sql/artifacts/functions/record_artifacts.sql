create function cogo.record_artifacts(artifacts jsonb)
returns table (run_id uuid, name text, id uuid, outcome text)
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  item record;
  run cogo.quality_runs;
begin
  perform cogo.require_quality_batch(record_artifacts.artifacts, 'artifacts',
    array['run_id', 'job_id', 'fence', 'name', 'kind', 'media_type', 'size_bytes', 'sha256', 'location']);

  perform cogo.lock_artifacts(array(
    select run.tenant_id::text from cogo.artifacts_of(record_artifacts.artifacts) as given
    join cogo.quality_runs as run on run.id = given.run_id
  ));
  perform cogo.refuse_doomed(array(select given.location from cogo.artifacts_of(record_artifacts.artifacts) as given));
  for item in
    select given.* from cogo.artifacts_of(record_artifacts.artifacts) as given
    order by given.run_id, given.ordinal
  loop
    run := cogo.lock_quality_run(item.run_id);
    run_id := run.id;
    name := item.name;
    -- Whoever reads the row is shown the bytes: an agent may name those of its tenant alone.
    if cogo.caller_tenant() is not null
      and item.location !~ concat('^(local:|storage:[A-Za-z0-9_][A-Za-z0-9_.-]{0,62}/)', run.tenant_id, '/', item.sha256, '$') then
      perform cogo.refuse_argument('location', 'an agent''s is local:<its tenant>/<sha256> or storage:<bucket>/<its tenant>/<sha256>');
    end if;

    insert into cogo.artifacts as known
      (tenant_id, run_id, job_id, fence, name, kind, media_type, size_bytes, sha256, location, created_at)
    values (run.tenant_id, run.id, item.job_id, item.fence, item.name, item.kind, item.media_type,
      item.size_bytes, item.sha256, item.location, cogo.now_())
    on conflict (run_id, job_id, name) do update
    set fence = excluded.fence, kind = excluded.kind, media_type = excluded.media_type,
      size_bytes = excluded.size_bytes, sha256 = excluded.sha256, location = excluded.location,
      created_at = excluded.created_at
    where known.fence <= excluded.fence
    returning known.id into id;

    outcome := case when id is null then 'superseded' else 'recorded' end;
    return next;
  end loop;
  perform cogo.plan_artifact_round();
end;
$$;

comment on function cogo.record_artifacts(jsonb) is
  'Keeps artifact rows, one per run, job and name; a later fence replaces an earlier one.';

revoke execute on function cogo.record_artifacts(jsonb) from public;
grant execute on function cogo.record_artifacts(jsonb) to authenticated, service_role;
