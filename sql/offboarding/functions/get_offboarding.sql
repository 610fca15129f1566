create function cogo.get_offboarding(tenant_id uuid, count_rows boolean)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  leaving cogo.offboardings;
begin
  select known.* into leaving from cogo.offboardings as known where known.tenant_id = get_offboarding.tenant_id;
  if not found and not exists (select from cogo.tenants as known where known.tenant_id = get_offboarding.tenant_id)
    and not cogo.has_tenant_rows(get_offboarding.tenant_id)
  then
    perform cogo.raise_access_not_found('tenant_not_found', 'the tenant', get_offboarding.tenant_id::text);
  end if;
  return jsonb_build_object(
    'tenant_id', get_offboarding.tenant_id,
    'state', case
      when leaving.tenant_id is null then 'not_leaving'
      when leaving.ended_at is null then 'ending'
      when leaving.erasing_since is null then 'ended'
      else 'erasing'
    end,
    'started_at', leaving.started_at, 'erasable_at', leaving.erasable_at, 'ended_at', leaving.ended_at, 'has_met_work', coalesce(leaving.walk_found, false), 'salt', leaving.salt,
    'ids', coalesce(leaving.ids, cogo.tenant_ids(get_offboarding.tenant_id)),
    'to_export', (
      select coalesce(jsonb_agg(known.part order by known.step), '[]') from cogo.tenant_parts() as known
      where known.is_exported and known.part <> all (coalesce(leaving.exported, '{}'))
    ),
    'erased', coalesce(leaving.counts, '{}')
  ) || case when get_offboarding.count_rows then jsonb_build_object('left', cogo.count_tenant_rows(get_offboarding.tenant_id)) else '{}' end;
end;
$$;

comment on function cogo.get_offboarding(uuid, boolean) is
  'How far a tenant''s leaving has come: {tenant_id, state, started_at, erasable_at, ended_at, has_met_work, salt, ids, to_export, erased, left}. left, the rows of each part, is counted when asked for: it reads whole tables. Errors: tenant_not_found (404).';

revoke execute on function cogo.get_offboarding(uuid, boolean) from public;
grant execute on function cogo.get_offboarding(uuid, boolean) to service_role;
