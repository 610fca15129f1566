create function cogo.artifact_line(artifact cogo.artifacts)
returns jsonb
language plpgsql
immutable
set search_path = ''
as $$
begin
  return jsonb_build_object(
    'artifact_id', (artifact).id, 'name', (artifact).name, 'kind', (artifact).kind, 'media_type', (artifact).media_type,
    'size_bytes', (artifact).size_bytes, 'sha256', (artifact).sha256, 'job_id', (artifact).job_id,
    'location', (artifact).location, 'url', '/functions/v1/artifacts/' || (artifact).id
  );
end;
$$;

comment on function cogo.artifact_line(cogo.artifacts) is
  'An artifact as the readers tell it; url is relative to the project''s address and wants a token or key.';

revoke execute on function cogo.artifact_line(cogo.artifacts) from public;
