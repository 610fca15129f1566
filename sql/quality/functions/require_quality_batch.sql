create function cogo.require_quality_batch(batch jsonb, field text, known_keys text[])
returns void
language plpgsql
immutable
set search_path = ''
as $$
declare
  unknown_key text;
begin
  if coalesce(jsonb_typeof(require_quality_batch.batch), 'null') <> 'array'
    or jsonb_array_length(require_quality_batch.batch) not between 1 and 100
    or exists (
      select from jsonb_array_elements(require_quality_batch.batch) as item (value)
      where jsonb_typeof(item.value) <> 'object'
    ) then
    raise sqlstate 'PT400' using
      message = format('Cannot record: %s must be an array of 1 to 100 objects', require_quality_batch.field),
      detail = 'bad_argument',
      hint = format('Pass {"%s": [{…}, …]}.', require_quality_batch.field);
  end if;

  perform cogo.check_items(require_quality_batch.field, require_quality_batch.batch);
  select used.key into unknown_key
  from jsonb_array_elements(require_quality_batch.batch) as item (value),
    jsonb_object_keys(item.value) as used (key)
  where used.key <> all (require_quality_batch.known_keys)
  limit 1;

  if unknown_key is not null then
    raise sqlstate 'PT400' using
      message = format('Cannot record: %s has the unknown key %L', require_quality_batch.field, unknown_key),
      detail = 'bad_argument',
      hint = format('Known keys: %s.', array_to_string(require_quality_batch.known_keys, ', '));
  end if;
end;
$$;

comment on function cogo.require_quality_batch(jsonb, text, text[]) is
  'Refuses a batch that is not an array of 1 to 100 objects with known keys.';

revoke execute on function cogo.require_quality_batch(jsonb, text, text[]) from public;
