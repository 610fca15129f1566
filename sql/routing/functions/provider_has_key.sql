create function cogo.provider_has_key(provider text, auth_style text)
returns boolean
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
begin
  return provider_has_key.auth_style = 'none' or exists (
    select from cogo.secure_keys as known where known.provider = provider_has_key.provider and known.state = 'active'
  );
end;
$$;

comment on function cogo.provider_has_key(text, text) is 'Whether any tenant can call a provider. Orders lists; who may use which key is decided per call.';

revoke execute on function cogo.provider_has_key(text, text) from public;
