create function cogo.remove_limit(scope text, name text, tenant_id uuid)
returns boolean
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  gone cogo.limits;
begin
  delete from cogo.limits as known
  where known.scope = remove_limit.scope and known.name is not distinct from remove_limit.name
    and known.tenant_id is not distinct from remove_limit.tenant_id
    and (known.scope <> 'key' or known.name is not null)
  returning * into gone;
  if gone.limit_id is null then
    return false;
  end if;
  perform cogo.wake_limit(gone);
  return true;
end;
$$;

comment on function cogo.remove_limit(text, text, uuid) is
  'Removes a limit. Answers whether there was one.';

revoke execute on function cogo.remove_limit(text, text, uuid) from public;
grant execute on function cogo.remove_limit(text, text, uuid) to service_role;
