create function api.find_erasure(tenant_id uuid, salt text)
returns jsonb
language plpgsql
stable
set search_path = ''
as $$
#variable_conflict use_column
begin
  return cogo.find_erasure(find_erasure.tenant_id, find_erasure.salt);
end;
$$;

comment on function api.find_erasure(uuid, text) is
  'The proof that a tenant was erased, found by its id and the salt that who erased it was given: {proof, started_at, ended_at, erased_at, counts, export_sha256}; null = there is none. For operators. No errors.';

revoke execute on function api.find_erasure(uuid, text) from public;
grant execute on function api.find_erasure(uuid, text) to service_role;
