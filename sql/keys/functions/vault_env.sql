create function cogo.vault_env()
returns text
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  return (select setting.env from cogo.vault_settings as setting);
end;
$$;

comment on function cogo.vault_env() is 'The APP_ENV in force, or null before the first key was written.';

revoke execute on function cogo.vault_env() from public;
