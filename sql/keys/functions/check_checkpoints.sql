create function cogo.check_checkpoints(checkpoints jsonb)
returns void
language plpgsql
immutable
set search_path = ''
as $$
declare
  wrong integer;
begin
  if jsonb_typeof(checkpoints) is distinct from 'array' or jsonb_array_length(checkpoints) > 10000 then
    perform cogo.refuse_argument('checkpoints', 'it must be an array of at most 10000 objects {tenant_id, seq, hash}');
  end if;
  select item.ordinal - 1 into wrong
  from jsonb_array_elements(checkpoints) with ordinality as item (value, ordinal)
  where (
    jsonb_typeof(item.value) = 'object'
    and item.value ->> 'tenant_id' ~ '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$'
    and item.value ->> 'seq' ~ '^\d{1,18}$'
    and item.value ->> 'hash' ~ '^[0-9a-fA-F]{64}$'
  ) is not true
  limit 1;
  if found then
    perform cogo.refuse_argument(format('checkpoints[%s]', wrong), 'it must be {tenant_id, seq, hash (64 hexadecimal digits)}');
  end if;
end;
$$;

comment on function cogo.check_checkpoints(jsonb) is
  'Refuses a list of checkpoints whose form is wrong. Errors: bad_argument (400).';

revoke execute on function cogo.check_checkpoints(jsonb) from public;
