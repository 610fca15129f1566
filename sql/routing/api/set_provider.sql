create function api.set_provider(
  provider text, enabled boolean default null, data_policy text default null, base_url text default null,
  allowed_hosts text[] default null
)
returns jsonb
language plpgsql
volatile
set search_path = ''
as $$
#variable_conflict use_column
begin
  return cogo.set_provider(
    set_provider.provider, set_provider.enabled, set_provider.data_policy, set_provider.base_url, set_provider.allowed_hosts
  );
end;
$$;

comment on function api.set_provider(text, boolean, text, text, text[]) is
  'Enables or disables a provider, or changes where it is; what is left out stays. For operators. Errors: bad_argument (400), provider_not_found (404).';

revoke execute on function api.set_provider(text, boolean, text, text, text[]) from public;
grant execute on function api.set_provider(text, boolean, text, text, text[]) to service_role;
