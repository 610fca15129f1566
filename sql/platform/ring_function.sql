create function cogo.ring_function(path text)
returns text
language plpgsql
security definer
set search_path = ''
as $$
declare
  settings jsonb;
begin
  if to_regprocedure('net.http_post(text, jsonb, jsonb, jsonb, integer)') is null or to_regclass('vault.decrypted_secrets') is null then
    return 'no pg_net';
  end if;
  execute format(
    'select jsonb_object_agg(name, decrypted_secret) from %I.%I where name in (''cogo_functions_url'', ''cogo_secret_key'')',
    'vault', 'decrypted_secrets'
  ) into settings;
  if settings is null or not settings ?& array['cogo_functions_url', 'cogo_secret_key'] then
    return 'no settings';
  end if;
  execute format('select %I.http_post($1, $2, $3, $4, $5)', 'net') using
    rtrim(settings ->> 'cogo_functions_url', '/') || '/' || ring_function.path, '{}'::jsonb, '{}'::jsonb,
    jsonb_build_object('content-type', 'application/json', 'apikey', settings ->> 'cogo_secret_key'), 60000;
  return 'rung';
end;
$$;

comment on function cogo.ring_function(text) is
  'Asks an edge function to do its round, where pg_net is there and Vault holds cogo_functions_url and cogo_secret_key. Elsewhere npm start or a sender process does it.';

revoke execute on function cogo.ring_function(text) from public;
