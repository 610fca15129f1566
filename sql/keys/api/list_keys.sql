create function api.list_keys(tenant_id uuid default null, provider text default null, state text default null, before uuid default null, row_limit integer default 100)
returns jsonb
language plpgsql
stable
set search_path = ''
as $$
begin
  return cogo.list_keys(list_keys.tenant_id, list_keys.provider, list_keys.state, null, list_keys.before, list_keys.row_limit);
end;
$$;

comment on function api.list_keys(uuid, text, text, uuid, integer) is
  'What may be shown of keys, newest first; the next page is before the last key_id. Operators only. Errors: bad_argument (400).';

revoke execute on function api.list_keys(uuid, text, text, uuid, integer) from public;
grant execute on function api.list_keys(uuid, text, text, uuid, integer) to service_role;
