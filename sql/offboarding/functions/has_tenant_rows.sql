create function cogo.has_tenant_rows(tenant_id uuid)
returns boolean
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  spec record;
  there boolean;
begin
  for spec in select known.part from cogo.tenant_parts() as known order by known.is_walked, known.step loop
    execute format('select exists (select from cogo.%I as one where %s)', spec.part, cogo.tenant_condition(spec.part))
    into there using has_tenant_rows.tenant_id;
    if there then
      return true;
    end if;
  end loop;
  return false;
end;
$$;

comment on function cogo.has_tenant_rows(uuid) is 'Whether anything of a tenant is kept. May read whole tables: for the rare act of an operator.';

revoke execute on function cogo.has_tenant_rows(uuid) from public;
