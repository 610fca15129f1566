create function cogo.import_catalogue(catalogue jsonb, dry_run boolean)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  at constant timestamptz := cogo.now_();
  source constant text := catalogue ->> 'source';
  sha256 constant text := catalogue ->> 'source_sha256';
  providers constant jsonb := coalesce(catalogue -> 'providers', '[]');
  models constant jsonb := coalesce(catalogue -> 'models', '[]');
  place text;
  item jsonb;
  model_id bigint;
  change jsonb;
  changes jsonb[] := '{}'::jsonb[];
begin
  perform cogo.check_catalogue(import_catalogue.catalogue);
  -- Imports take turns; who chooses a model only reads.
  lock table cogo.llm_models in share row exclusive mode;
  begin
    for item, place in
      select entry.value, format('providers[%s]', entry.ordinality - 1) from jsonb_array_elements(providers) with ordinality as entry
    loop
      change := cogo.import_provider(item, source, sha256, at, place);
      changes := case when change is null then changes else changes || change end;
    end loop;
    for item, place in
      select entry.value, format('models[%s] (%s/%s)', entry.ordinality - 1, entry.value ->> 'provider', left(entry.value ->> 'model', 80))
      from jsonb_array_elements(models) with ordinality as entry
    loop
      select added.model_id, added.change into model_id, change
      from cogo.import_model(item, catalogue -> 'enable_new' is distinct from 'false', source, sha256, at, place) as added;
      changes := case when change is null then changes else changes || change end;
      if jsonb_typeof(item -> 'price') <> 'null' then
        change := cogo.import_price(model_id, item -> 'price', source, sha256, at, place || '.price');
        changes := case when change is null then changes else changes || (
          change || jsonb_build_object('provider', item -> 'provider', 'model', item -> 'model', 'region', coalesce(item ->> 'region', 'global'))
        ) end;
      end if;
    end loop;
    if import_catalogue.dry_run then
      raise sqlstate 'CG000';
    end if;
  exception
    when sqlstate 'CG000' then null;
    when data_exception or integrity_constraint_violation then
      perform cogo.refuse_argument(place, sqlerrm);
  end;
  return cogo.count_changes(to_jsonb(changes)) || jsonb_build_object(
    'providers', jsonb_array_length(providers), 'models', jsonb_array_length(models),
    'unknown_prices', (select count(*) from jsonb_array_elements(models) as entry where coalesce(jsonb_typeof(entry -> 'price'), 'null') = 'null'),
    'dry_run', import_catalogue.dry_run, 'changes', to_jsonb(changes)
  );
end;
$$;

comment on function cogo.import_catalogue(jsonb, boolean) is
  'Takes in providers, models and prices, all or nothing; with dry_run it undoes them and answers what they would have changed.';

revoke execute on function cogo.import_catalogue(jsonb, boolean) from public;
grant execute on function cogo.import_catalogue(jsonb, boolean) to service_role;
