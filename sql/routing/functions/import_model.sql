create function cogo.import_model(
  given jsonb, enable_new boolean, source text, source_sha256 text, at timestamptz, place text, out model_id bigint, out change jsonb
)
language plpgsql
security definer
set search_path = ''
as $$
declare
  fields constant text[] := '{provider,model,region,service,family,context_tokens,max_output_tokens,capabilities,quality,enabled,sunset_at,price}'::text[];
  meta constant text[] := '{model_id,source,source_sha256,changed_at}'::text[];
  before cogo.llm_models;
  after cogo.llm_models;
begin
  perform cogo.check_fields(import_model.given, fields, import_model.place);
  select known.* into before from cogo.llm_models as known
  where known.provider = given ->> 'provider' and known.model = given ->> 'model'
    and known.region = coalesce(given ->> 'region', 'global') and known.service = coalesce(given ->> 'service', 'chat');
  after := jsonb_populate_record(
    before,
    case when found then '{}' else jsonb_build_object(
      'region', 'global', 'service', 'chat', 'capabilities', '[]'::jsonb, 'quality', 0.5, 'enabled', import_model.enable_new
    ) end || (import_model.given - 'price')
  );
  model_id := before.model_id;
  if to_jsonb(before) - meta = to_jsonb(after) - meta then
    return;
  elsif after.model ~ '[[:cntrl:]]' or after.model ~ '^\s|\s$' then
    perform cogo.refuse_argument(import_model.place || '.model', 'a name has no control characters and no space at its ends');
  elsif array_to_string(after.capabilities, ',', '?') !~ '^([a-z][a-z0-9_-]{0,39}(,|$))*$' or cardinality(after.capabilities) > 50 then
    perform cogo.refuse_argument(import_model.place || '.capabilities', 'it is a list of words such as tools or vision');
  elsif not exists (select from cogo.llm_providers as known where known.provider = after.provider) then
    perform cogo.refuse_argument(import_model.place || '.provider', format('%s is in neither the catalogue nor the table', after.provider));
  end if;

  -- Two statements, for on conflict would draw a number for each model at each import.
  if model_id is null then
    insert into cogo.llm_models as added (
      provider, model, region, service, family, context_tokens, max_output_tokens, capabilities, quality, enabled, sunset_at, source,
      source_sha256, changed_at
    )
    values (
      after.provider, after.model, after.region, after.service, after.family, after.context_tokens, after.max_output_tokens,
      after.capabilities, after.quality, after.enabled, after.sunset_at, import_model.source, import_model.source_sha256, import_model.at
    )
    returning added.model_id into model_id;
  else
    update cogo.llm_models as known set
      family = after.family, context_tokens = after.context_tokens, max_output_tokens = after.max_output_tokens,
      capabilities = after.capabilities, quality = after.quality, enabled = after.enabled, sunset_at = after.sunset_at,
      source = import_model.source, source_sha256 = import_model.source_sha256, changed_at = import_model.at
    where known.model_id = import_model.model_id;
  end if;
  change := jsonb_build_object(
    'what', 'model', 'provider', after.provider, 'model', after.model, 'region', after.region, 'service', after.service,
    'before', case when before.model_id is not null then to_jsonb(before) - meta end, 'after', to_jsonb(after) - meta
  );
end;
$$;

comment on function cogo.import_model(jsonb, boolean, text, text, timestamptz, text) is
  'Adds a model, or changes what the catalogue says of it and leaves what it does not say, such as its quality; answers the change or null.';

revoke execute on function cogo.import_model(jsonb, boolean, text, text, timestamptz, text) from public;
