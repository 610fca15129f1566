create function cogo.import_price(model_id bigint, price jsonb, source text, source_sha256 text, at timestamptz, place text)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  meta constant text[] := '{price_id,model_id,valid_from,source,source_sha256,imported_at}'::text[];
  after cogo.llm_prices := cogo.read_price(import_price.price, import_price.place);
  begins timestamptz := greatest(after.valid_from, import_price.at);
  before cogo.llm_prices := cogo.price_at(import_price.model_id, begins);
begin
  if to_jsonb(before) - meta = to_jsonb(after) - meta then
    return null;
  elsif before.valid_from = begins and begins > import_price.at then
    perform cogo.refuse_argument(import_price.place, 'another price is announced from that moment on; prices are added, never changed');
  elsif before.valid_from = begins then
    begins := begins + interval '1 microsecond';
  end if;
  insert into cogo.llm_prices (
    model_id, valid_from, input_price, output_price, cache_read_price, cache_write_price, cache_write_1h_price, reasoning_price,
    request_price, tiers, source, source_sha256, imported_at
  )
  values (
    import_price.model_id, begins, after.input_price, after.output_price, after.cache_read_price, after.cache_write_price,
    after.cache_write_1h_price, after.reasoning_price, after.request_price, after.tiers, import_price.source,
    import_price.source_sha256, import_price.at
  );
  return jsonb_build_object(
    'what', 'price', 'valid_from', begins,
    'before', case when before.price_id is not null then to_jsonb(before) - meta end, 'after', to_jsonb(after) - meta
  );
end;
$$;

comment on function cogo.import_price(bigint, jsonb, text, text, timestamptz, text) is
  'Adds a price where it differs from the one that is in force when it begins: now, or later if valid_from says so. Answers the change or null.';

revoke execute on function cogo.import_price(bigint, jsonb, text, text, timestamptz, text) from public;
