create function cogo.close_artifact_bucket(bucket text default 'artifacts')
returns text
language plpgsql
set search_path = ''
as $$
declare
  rule text := close_artifact_bucket.bucket || ' is for the function artifacts alone';
begin
  perform cogo.check_artifact('a', 'a/a', 0, repeat('0', 64), 'other', close_artifact_bucket.bucket);
  if to_regclass('storage.buckets') is null or to_regclass('storage.objects') is null then
    return 'no Storage';
  end if;
  execute format('insert into %I.%I (id, name, public) values ($1, $1, false) on conflict (id) do update set public = false', 'storage', 'buckets')
    using close_artifact_bucket.bucket;
  -- Restrictive: whatever other policies let people do with objects, with these they may do nothing. service_role passes by.
  execute format('drop policy if exists %I on %I.%I', rule, 'storage', 'objects');
  execute format(
    'create policy %I on %I.%I as restrictive for all to public using (bucket_id <> %L) with check (bucket_id <> %L)',
    rule, 'storage', 'objects', close_artifact_bucket.bucket, close_artifact_bucket.bucket
  );
  return 'closed';
end;
$$;

comment on function cogo.close_artifact_bucket(text) is
  'Makes the bucket of artifacts, private, and closes its objects to everybody but the secret key, whatever other policies say. Run by the project''s owner. Errors: bad_argument (400).';

revoke execute on function cogo.close_artifact_bucket(text) from public;
