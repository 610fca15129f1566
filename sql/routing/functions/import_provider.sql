create function cogo.import_provider(given jsonb, source text, source_sha256 text, at timestamptz, place text)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  fields constant text[] := '{provider,name,api_format,base_url,allowed_hosts,auth_style,key_field,static_headers,data_policy,enabled}'::text[];
  meta constant text[] := '{source,source_sha256,changed_at}'::text[];
  before cogo.llm_providers;
  after cogo.llm_providers;
begin
  perform cogo.check_fields(import_provider.given, fields, import_provider.place);
  select * into before from cogo.llm_providers as known where known.provider = given ->> 'provider';
  after := jsonb_populate_record(
    before,
    case when found then '{}' else
      '{"auth_style": "bearer", "key_field": "api_key", "static_headers": {}, "data_policy": "any", "enabled": true}'::jsonb
    end || import_provider.given
  );
  if to_jsonb(before) - meta = to_jsonb(after) - meta then
    return null;
  end if;
  after.source := import_provider.source;
  after.source_sha256 := import_provider.source_sha256;
  after.changed_at := import_provider.at;
  perform cogo.check_provider(after, import_provider.place);

  insert into cogo.llm_providers select after.*
  on conflict (provider) do update set
    name = excluded.name, api_format = excluded.api_format, base_url = excluded.base_url, allowed_hosts = excluded.allowed_hosts,
    auth_style = excluded.auth_style, key_field = excluded.key_field, static_headers = excluded.static_headers,
    data_policy = excluded.data_policy, enabled = excluded.enabled, source = excluded.source,
    source_sha256 = excluded.source_sha256, changed_at = excluded.changed_at;
  return jsonb_build_object(
    'what', 'provider', 'provider', after.provider,
    'before', case when before.provider is not null then to_jsonb(before) - meta end, 'after', to_jsonb(after) - meta
  );
end;
$$;

comment on function cogo.import_provider(jsonb, text, text, timestamptz, text) is
  'Adds a provider, or changes what the catalogue says of it and leaves what it does not say; answers the change or null.';

revoke execute on function cogo.import_provider(jsonb, text, text, timestamptz, text) from public;
