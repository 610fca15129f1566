create function cogo.key_problem(key cogo.secure_keys, tenant_id uuid, at timestamptz)
returns text
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  return case
    when key.key_id is null then 'the key is not there'
    when key.tenant_id <> key_problem.tenant_id and not (key.shared and key.tenant_id = cogo.default_tenant())
      then 'the key is not there'
    when key.env is distinct from cogo.vault_env() then 'the key is of another environment'
    when key.state not in ('active', 'retiring') then 'the version is ' || key.state
    when key.state = 'retiring' and (key.retires_at > key_problem.at) is not true then 'the version is retired'
    when key.expires_at <= key_problem.at then 'the key has expired'
  end;
end;
$$;

comment on function cogo.key_problem(cogo.secure_keys, uuid, timestamptz) is
  'Why a tenant may not have this version opened now, or null.';

revoke execute on function cogo.key_problem(cogo.secure_keys, uuid, timestamptz) from public;
