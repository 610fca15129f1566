create function cogo.artifact_room(tenant_id uuid)
returns table (bytes bigint, artifacts bigint, max_bytes bigint)
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
begin
  return query
  select coalesce(sum(kept.size_bytes), 0)::bigint, count(kept.size_bytes), coalesce(
    (
      select quota.max_bytes from cogo.artifact_quotas as quota
      where quota.tenant_id = artifact_room.tenant_id or quota.tenant_id is null
      order by quota.tenant_id nulls last limit 1
    ),
    10737418240
  )
  from cogo.artifacts as kept
  where kept.tenant_id = artifact_room.tenant_id;
end;
$$;

comment on function cogo.artifact_room(uuid) is
  'What a tenant''s artifacts take and may take, in bytes. Counted over an index that holds both; artifacts are few beside jobs.';

revoke execute on function cogo.artifact_room(uuid) from public;
