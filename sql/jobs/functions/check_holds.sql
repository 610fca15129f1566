create function cogo.check_holds(name text, items jsonb, allowed text[])
returns boolean
language plpgsql
set search_path = ''
as $$
declare
  has_large boolean;
  wrong record;
begin
  if check_holds.items is null or jsonb_typeof(check_holds.items) <> 'array' then
    perform cogo.refuse_argument(check_holds.name, 'it must be an array of objects with job_id and fence');
  end if;
  if jsonb_array_length(check_holds.items) > 1000 then
    perform cogo.refuse_argument(check_holds.name, 'it holds more than 1000 items');
  end if;
  has_large := cogo.check_items(check_holds.name, check_holds.items);

  select item.ordinal - 1 as place, item.value into wrong
  from jsonb_array_elements(check_holds.items) with ordinality as item (value, ordinal)
  where (
    jsonb_typeof(item.value) = 'object'
    and item.value ->> 'job_id' ~ '^\d{1,18}$' and item.value ->> 'fence' ~ '^\d{1,18}$'
    and item.value - check_holds.allowed = '{}'
  ) is not true
  limit 1;
  if not found then
    return has_large;
  end if;

  perform cogo.refuse_argument(
    format('%s[%s]', check_holds.name, wrong.place),
    case
      when jsonb_typeof(wrong.value) <> 'object' then 'it must be an object'
      when (wrong.value ->> 'job_id' ~ '^\d{1,18}$') is not true then 'job_id must be the number that claim_jobs gave'
      when (wrong.value ->> 'fence' ~ '^\d{1,18}$') is not true then 'fence must be the number that claim_jobs gave'
      else format('unknown field %L', (select key from jsonb_object_keys(wrong.value - check_holds.allowed) as key limit 1))
    end
  );
  return null;
end;
$$;

comment on function cogo.check_holds(text, jsonb, text[]) is
  'Refuses a list of holds that is not an array of objects with whole job_id and fence and known fields. Answers as check_items. Errors: bad_argument (400), payload_too_large (413).';

revoke execute on function cogo.check_holds(text, jsonb, text[]) from public;
