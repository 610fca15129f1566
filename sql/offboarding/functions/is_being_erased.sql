create function cogo.is_being_erased(tenant_id uuid)
returns boolean
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  return exists (
    select from cogo.offboardings as leaving
    where leaving.tenant_id = is_being_erased.tenant_id and leaving.erasing_since is not null
  );
end;
$$;

comment on function cogo.is_being_erased(uuid) is
  'Whether rows of the tenant may go from tables that are only appended to: since cogo.erase_tenant began, and until it is through.';

revoke execute on function cogo.is_being_erased(uuid) from public;
