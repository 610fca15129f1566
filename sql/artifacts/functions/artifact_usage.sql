create function cogo.artifact_usage(tenant_id uuid)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  tenant uuid := cogo.caller_tenant('artifacts:read');
begin
  if tenant <> artifact_usage.tenant_id then
    perform cogo.refuse_argument('tenant_id', 'it comes from the token and may not be another');
  end if;
  tenant := coalesce(tenant, artifact_usage.tenant_id, cogo.default_tenant());
  return (
    select jsonb_build_object('tenant_id', tenant) || to_jsonb(room) from cogo.artifact_room(tenant) as room
  );
end;
$$;

comment on function cogo.artifact_usage(uuid) is
  'What a tenant''s artifacts take: {tenant_id, bytes, artifacts, max_bytes}. Of the caller''s own; an operator names one.';

revoke execute on function cogo.artifact_usage(uuid) from public;
grant execute on function cogo.artifact_usage(uuid) to authenticated, service_role;
