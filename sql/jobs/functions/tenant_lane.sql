create function cogo.tenant_lane(type text, tenant uuid, else_lane_id smallint)
returns smallint
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  if tenant_lane.else_lane_id is null
    or not (exists (select from cogo.routes) or exists (select from cogo.lanes as lane where lane.open_shards > 1))
  then
    return tenant_lane.else_lane_id;
  end if;
  return (cogo.job_route(tenant_lane.type, 'normal', null, tenant_lane.tenant)).lane_id;
end;
$$;

comment on function cogo.tenant_lane(text, uuid, smallint) is
  'The lane of a tenant''s jobs of a type where routes or shards may make it another than else_lane_id, which was found without the tenant.';

revoke execute on function cogo.tenant_lane(text, uuid, smallint) from public;
