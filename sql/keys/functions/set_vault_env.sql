create function cogo.set_vault_env(env text)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  setting cogo.vault_settings;
begin
  if (set_vault_env.env ~ '^[a-z0-9_-]{1,40}$') is not true then
    perform cogo.refuse_argument('env', 'it must be 1 to 40 of a-z, 0-9, _ and -');
  end if;
  insert into cogo.vault_settings (env, changed_at) values (set_vault_env.env, cogo.now_())
  on conflict (only_row) do update set env = excluded.env, changed_at = excluded.changed_at
  returning * into setting;
  perform cogo.audit_key('kek', null, 'operator', cogo.now_(), 'the environment is ' || setting.env);
  return to_jsonb(setting);
end;
$$;

comment on function cogo.set_vault_env(text) is
  'Says which APP_ENV this database belongs to. Errors: bad_argument (400).';

revoke execute on function cogo.set_vault_env(text) from public;
grant execute on function cogo.set_vault_env(text) to service_role, cogo_key_vault;
