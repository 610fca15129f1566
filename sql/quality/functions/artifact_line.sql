create function cogo.artifact_line(artifact cogo.artifacts)
returns jsonb
language plpgsql
immutable
set search_path = ''
as $$
begin
  return jsonb_build_object(
    'name', (artifact).name, 'kind', (artifact).kind, 'media_type', (artifact).media_type,
    'size_bytes', (artifact).size_bytes, 'sha256', (artifact).sha256, 'job_id', (artifact).job_id,
    'location', (artifact).location,
    'url', case
      when (artifact).location like 'storage:%' then '/storage/v1/object/authenticated/' || substr((artifact).location, 9)
      else '/artifacts/' || (artifact).sha256
    end
  );
end;
$$;

comment on function cogo.artifact_line(cogo.artifacts) is
  'An artifact as the readers tell it; url is relative to the project''s address.';

revoke execute on function cogo.artifact_line(cogo.artifacts) from public;
