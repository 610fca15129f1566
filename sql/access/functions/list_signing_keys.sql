create function cogo.list_signing_keys()
returns setof jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
begin
  return query
  select to_jsonb(key) from cogo.signing_keys as key order by key.created_at desc, key.kid limit 100;
end;
$$;

comment on function cogo.list_signing_keys() is
  'Signing keys, newest first.';

revoke execute on function cogo.list_signing_keys() from public;
grant execute on function cogo.list_signing_keys() to service_role;
