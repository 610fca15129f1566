create function api.list_signing_keys()
returns setof jsonb
language plpgsql
stable
set search_path = ''
as $$
#variable_conflict use_column
begin
  return query select told from cogo.list_signing_keys() as told;
end;
$$;

comment on function api.list_signing_keys() is
  'Signing keys, newest first, without their private halves. For operators. No errors.';

revoke execute on function api.list_signing_keys() from public;
grant execute on function api.list_signing_keys() to service_role;
