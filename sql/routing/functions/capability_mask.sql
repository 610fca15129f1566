create function cogo.capability_mask(capability_names text[], capabilities jsonb)
returns bigint
language plpgsql
immutable
set search_path = ''
as $$
declare
  mask bigint := 0;
  word text;
begin
  for word in select jsonb_array_elements_text(capability_mask.capabilities) loop
    -- Bit 62 stands for what no model has.
    mask := mask | (1::bigint << (coalesce(array_position(capability_mask.capability_names, word), 63) - 1));
  end loop;
  return mask;
end;
$$;

comment on function cogo.capability_mask(text[], jsonb) is 'The bits of capabilities in a list.';

revoke execute on function cogo.capability_mask(text[], jsonb) from public;
