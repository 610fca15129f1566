create function cogo.find_erasure(tenant_id uuid, salt text)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
begin
  return (
    select to_jsonb(known) from cogo.erasures as known
    where known.proof = encode(sha256(convert_to(find_erasure.salt || ':' || find_erasure.tenant_id, 'UTF8')), 'hex')
  );
end;
$$;

comment on function cogo.find_erasure(uuid, text) is
  'The proof that a tenant was erased, for who has its id and the salt; null = there is none.';

revoke execute on function cogo.find_erasure(uuid, text) from public;
grant execute on function cogo.find_erasure(uuid, text) to service_role;
