create function cogo.take_key_rates(key_id uuid, tokens bigint, at timestamptz)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
begin
  if not exists (
    select from cogo.rate_limits as known where known.subject in ('key:*', 'key:' || take_key_rates.key_id::text)
  ) then
    return null;
  end if;
  return cogo.take_rates_of(
    array['key:' || take_key_rates.key_id::text, 'key:*'], null, null, take_key_rates.key_id, take_key_rates.tokens, take_key_rates.at
  );
end;
$$;

comment on function cogo.take_key_rates(uuid, bigint, timestamptz) is
  'As cogo.take_rates, for the provider key that was chosen.';

revoke execute on function cogo.take_key_rates(uuid, bigint, timestamptz) from public;
