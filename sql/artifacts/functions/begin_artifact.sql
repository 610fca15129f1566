create function cogo.begin_artifact(job_id bigint, fence bigint, name text, size_bytes bigint)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  owner uuid := cogo.own_hold(begin_artifact.job_id, begin_artifact.fence);
  room record;
begin
  perform cogo.check_artifact(begin_artifact.name, 'text/plain', begin_artifact.size_bytes, repeat('0', 64), 'other', null);
  perform cogo.refuse_over_quota(owner, greatest(begin_artifact.size_bytes, 1));
  perform cogo.plan_artifact_round();
  select * into room from cogo.artifact_room(owner);
  return jsonb_build_object('tenant_id', owner, 'room_bytes', room.max_bytes - room.bytes);
end;
$$;

comment on function cogo.begin_artifact(bigint, bigint, text, bigint) is
  'Whether an upload may begin, before its bytes are taken: {tenant_id, room_bytes}. Another version of a file may take the room of the one that it replaces; put_artifact counts that.';

revoke execute on function cogo.begin_artifact(bigint, bigint, text, bigint) from public;
grant execute on function cogo.begin_artifact(bigint, bigint, text, bigint) to authenticated, service_role;
