create function cogo.refuse_over_quota(tenant_id uuid, more_bytes bigint)
returns void
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  room record;
begin
  select * into room from cogo.artifact_room(refuse_over_quota.tenant_id);
  if more_bytes > 0 and room.bytes + more_bytes > room.max_bytes then
    raise sqlstate 'PT409' using
      message = format('Cannot keep %s more bytes: the tenant''s artifacts take %s of %s bytes', more_bytes, room.bytes, room.max_bytes),
      detail = 'artifact_quota_exceeded',
      hint = 'Artifacts go with their jobs and runs; an operator raises the quota with set_artifact_quota.';
  end if;
end;
$$;

comment on function cogo.refuse_over_quota(uuid, bigint) is
  'Refuses bytes for which a tenant''s quota has no room. Errors: artifact_quota_exceeded (409).';

revoke execute on function cogo.refuse_over_quota(uuid, bigint) from public;
