create function cogo.set_model(provider text, model text, region text, service text, enabled boolean, quality real)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  kept jsonb;
begin
  with changed as (
    update cogo.llm_models as known set
      enabled = coalesce(set_model.enabled, known.enabled),
      quality = coalesce(set_model.quality, known.quality),
      changed_at = cogo.now_()
    where known.provider = set_model.provider and known.model = set_model.model
      and (set_model.region is null or known.region = set_model.region)
      and (set_model.service is null or known.service = set_model.service)
    returning known.*
  )
  select jsonb_agg(to_jsonb(changed) order by changed.region, changed.service) into kept from changed;
  if kept is null then
    raise sqlstate 'PT404' using
      message = format('Cannot change model %s/%s: it is not in the catalogue', left(set_model.provider, 80), left(set_model.model, 200)),
      detail = 'model_not_found',
      hint = 'list_models shows those there are; import_catalogue adds one.';
  end if;
  return kept;
exception
  when check_violation then
    perform cogo.refuse_argument('the model', sqlerrm);
    return null;
end;
$$;

comment on function cogo.set_model(text, text, text, text, boolean, real) is
  'Changes what is given of a model, in all its regions and services unless one is named.';

revoke execute on function cogo.set_model(text, text, text, text, boolean, real) from public;
grant execute on function cogo.set_model(text, text, text, text, boolean, real) to service_role;
