create function api.set_vault_env(env text)
returns jsonb
language plpgsql
volatile
set search_path = ''
as $$
begin
  return cogo.set_vault_env(set_vault_env.env);
end;
$$;

comment on function api.set_vault_env(text) is
  'Says which APP_ENV this database belongs to, after it was moved. Operators only. Errors: bad_argument (400).';

revoke execute on function api.set_vault_env(text) from public;
grant execute on function api.set_vault_env(text) to service_role;
