create function cogo.route_place(model cogo.llm_models, provider cogo.llm_providers)
returns jsonb
language plpgsql
immutable
set search_path = ''
as $$
begin
  return jsonb_build_object(
    'provider', model.provider, 'model', model.model, 'region', model.region, 'service', model.service, 'model_id', model.model_id,
    'api_format', provider.api_format, 'base_url', provider.base_url, 'headers', provider.static_headers,
    'allowed_hosts', to_jsonb(provider.allowed_hosts),
    'auth', jsonb_build_object('style', provider.auth_style, 'field', provider.key_field)
  );
end;
$$;

comment on function cogo.route_place(cogo.llm_models, cogo.llm_providers) is
  'Where a model is called and how. Holds no secret: auth says which header the opened key goes into.';

revoke execute on function cogo.route_place(cogo.llm_models, cogo.llm_providers) from public;
