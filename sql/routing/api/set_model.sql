create function api.set_model(
  provider text, model text, region text default null, service text default null, enabled boolean default null,
  quality real default null
)
returns jsonb
language plpgsql
volatile
set search_path = ''
as $$
#variable_conflict use_column
begin
  return cogo.set_model(
    set_model.provider, set_model.model, set_model.region, set_model.service, set_model.enabled, set_model.quality
  );
end;
$$;

comment on function api.set_model(text, text, text, text, boolean, real) is
  'Enables or disables a model, or says how good it is believed to be (0 to 1), in all regions unless one is named. For operators. Errors: bad_argument (400), model_not_found (404).';

revoke execute on function api.set_model(text, text, text, text, boolean, real) from public;
grant execute on function api.set_model(text, text, text, text, boolean, real) to service_role;
