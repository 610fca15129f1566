create function cogo.list_tenant_bytes(tenant_id uuid, after uuid, row_limit integer)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
begin
  if (list_tenant_bytes.row_limit between 1 and 10000) is not true then
    perform cogo.refuse_argument('row_limit', 'it must be 1 to 10000');
  end if;
  return (
    with page as (
      select held.id, held.location, held.sha256 from cogo.artifacts as held
      where held.tenant_id = list_tenant_bytes.tenant_id and held.id > coalesce(list_tenant_bytes.after, '00000000-0000-0000-0000-000000000000')
      order by held.id limit list_tenant_bytes.row_limit
    )
    select jsonb_build_object(
      'bytes', coalesce(jsonb_agg(jsonb_build_object('location', page.location, 'is_shared', exists (
        select from cogo.artifacts as other where other.sha256 = page.sha256 and other.location = page.location and other.tenant_id <> list_tenant_bytes.tenant_id
      )) order by page.id), '[]'),
      'next', case when count(*) = list_tenant_bytes.row_limit then (array_agg(page.id order by page.id desc))[1] end
    )
    from page
  );
end;
$$;

comment on function cogo.list_tenant_bytes(uuid, uuid, integer) is
  'Where the bytes of a tenant''s artifacts are: {bytes: [{location, is_shared}], next}. What another tenant has too is shared, and not to be deleted. Errors: bad_argument (400).';

revoke execute on function cogo.list_tenant_bytes(uuid, uuid, integer) from public;
grant execute on function cogo.list_tenant_bytes(uuid, uuid, integer) to service_role;
