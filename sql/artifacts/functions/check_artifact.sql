create function cogo.check_artifact(name text, media_type text, size_bytes bigint, sha256 text, kind text, bucket text)
returns void
language plpgsql
immutable
set search_path = ''
as $$
begin
  if coalesce(check_artifact.name, '') !~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,119}$' then
    perform cogo.refuse_argument('name', 'it must be a plain file name of at most 120 letters, digits, dots, dashes and underscores');
  elsif coalesce(check_artifact.media_type, '') !~ '^[a-z]+/[a-z0-9.+-]+(;.*)?$' or length(check_artifact.media_type) > 200 then
    perform cogo.refuse_argument('media_type', 'it must be one, in lower case, such as text/plain');
  elsif coalesce(check_artifact.size_bytes, -1) < 0 then
    perform cogo.refuse_argument('size_bytes', 'it must be a count of bytes');
  elsif coalesce(check_artifact.sha256, '') !~ '^[0-9a-f]{64}$' then
    perform cogo.refuse_argument('sha256', 'it must be 64 hexadecimal digits in lower case');
  elsif check_artifact.kind is null or check_artifact.kind not in ('log', 'report', 'coverage', 'summary', 'diff', 'eslint', 'other') then
    perform cogo.refuse_argument('kind', 'it must be log, report, coverage, summary, diff, eslint or other');
  elsif check_artifact.bucket !~ '^[A-Za-z0-9_][A-Za-z0-9_.-]{0,62}$' then
    perform cogo.refuse_argument('bucket', 'it must be the name of a bucket');
  end if;
end;
$$;

comment on function cogo.check_artifact(text, text, bigint, text, text, text) is
  'Refuses what makes no artifact; a null bucket means the local store. Errors: bad_argument (400).';

revoke execute on function cogo.check_artifact(text, text, bigint, text, text, text) from public;
