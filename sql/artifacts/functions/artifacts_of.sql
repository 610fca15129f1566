create function cogo.artifacts_of(artifacts jsonb)
returns table (
  ordinal bigint, run_id uuid, job_id bigint, fence bigint, name text, kind text,
  media_type text, size_bytes bigint, sha256 text, location text
)
language plpgsql
immutable
set search_path = ''
as $$
#variable_conflict use_column
declare
  problem text;
begin
  begin
    return query
    select item.ordinal, (item.value ->> 'run_id')::uuid, (item.value ->> 'job_id')::bigint,
      coalesce((item.value ->> 'fence')::bigint, 0), item.value ->> 'name',
      coalesce(item.value ->> 'kind', 'other'), item.value ->> 'media_type',
      (item.value ->> 'size_bytes')::bigint, item.value ->> 'sha256', item.value ->> 'location'
    from jsonb_array_elements(artifacts_of.artifacts) with ordinality as item (value, ordinal);
  exception when data_exception then
    problem := sqlerrm;
  end;

  if problem is null then
    select format('artifacts[%s] has a name, kind, media_type, size_bytes, sha256 or location that is not allowed',
      item.ordinal - 1)
    into problem
    from jsonb_array_elements(artifacts_of.artifacts) with ordinality as item (value, ordinal)
    where item.value ->> 'run_id' is null
      or coalesce(item.value ->> 'name', '') !~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,119}$'
      or coalesce(item.value ->> 'kind', 'other') not in ('log', 'report', 'coverage', 'summary', 'diff', 'eslint', 'other')
      or coalesce(item.value ->> 'media_type', '') !~ '^[a-z]+/[a-z0-9.+-]+(;.*)?$'
      or coalesce((item.value ->> 'size_bytes')::bigint, -1) < 0
      or coalesce(item.value ->> 'sha256', '') !~ '^[0-9a-f]{64}$'
      or coalesce(item.value ->> 'location', '') !~ '^(local|storage):.+$'
      or char_length(item.value ->> 'location') > 500
    limit 1;
  end if;

  if problem is not null then
    raise sqlstate 'PT400' using
      message = format('Cannot record artifacts: %s', problem),
      detail = 'bad_argument',
      hint = 'Each artifact: run_id, name, kind, media_type, size_bytes, sha256, location (local:… or storage:…).';
  end if;
end;
$$;

comment on function cogo.artifacts_of(jsonb) is 'Reads a batch of artifacts into columns; refuses what does not fit.';

revoke execute on function cogo.artifacts_of(jsonb) from public;
