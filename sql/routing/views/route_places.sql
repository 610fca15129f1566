create view cogo.route_places with (security_invoker = true) as
select
  model.model_id,
  model.provider,
  model.enabled and provider.enabled as enabled,
  model.sunset_at,
  jsonb_build_object(
    'provider', model.provider, 'model', model.model, 'region', model.region, 'service', model.service, 'model_id', model.model_id,
    'api_format', provider.api_format, 'base_url', provider.base_url, 'headers', provider.static_headers,
    'allowed_hosts', to_jsonb(provider.allowed_hosts),
    'auth', jsonb_build_object('style', provider.auth_style, 'field', provider.key_field)
  ) as place
from cogo.llm_models as model
join cogo.llm_providers as provider on provider.provider = model.provider;

comment on view cogo.route_places is
  'Where a model is called and how, and whether it may be. place holds no secret: auth says which header the opened key goes into.';
